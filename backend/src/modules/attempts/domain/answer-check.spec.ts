import { describe, expect, it } from 'vitest';
import { answerRules, checkAnswers } from './answer-check.js';
import type { AnswerValue } from './answers.js';

const options = [{ id: 'a' }, { id: 'b' }];
const rules = answerRules([
  { id: 'single', type: 'SINGLE_CHOICE', options },
  { id: 'multiple', type: 'MULTIPLE_CHOICE', options },
  { id: 'truth', type: 'TRUE_FALSE', options },
  { id: 'short', type: 'SHORT_ANSWER', options: [] },
  { id: 'number', type: 'NUMERIC', options: [] },
]);
const check = (questionId: string, value: AnswerValue) =>
  checkAnswers(rules, [{ questionId, value }])?.code ?? 'fine';

describe('checking answers against the quiz', () => {
  it.each<[string, AnswerValue]>([
    ['single', 'a'],
    ['multiple', ['a', 'b']],
    ['multiple', []],
    ['truth', 'b'],
    ['short', 'anything'],
    ['number', 'not yet a number'],
    ['single', null],
    ['multiple', null],
    ['short', null],
  ])('takes for %s %j', (questionId, value) => {
    expect(check(questionId, value)).toBe('fine');
  });

  it.each<[string, AnswerValue, string]>([
    ['of another quiz', 'a', 'UNKNOWN_QUESTION'],
    ['single', 'z', 'UNKNOWN_OPTION'],
    ['truth', 'true', 'UNKNOWN_OPTION'],
    ['multiple', ['a', 'z'], 'UNKNOWN_OPTION'],
    ['single', ['a'], 'WRONG_ANSWER_TYPE'],
    ['multiple', 'a', 'WRONG_ANSWER_TYPE'],
    ['short', ['a'], 'WRONG_ANSWER_TYPE'],
    ['number', [], 'WRONG_ANSWER_TYPE'],
    ['multiple', ['a', 'b', 'a'], 'TOO_MANY'],
  ])('refuses for %s %j as %s', (questionId, value, code) => {
    expect(check(questionId, value)).toBe(code);
  });

  it('says which of the changes it refuses', () => {
    const changes = [
      { questionId: 'single', value: 'a' },
      { questionId: 'elsewhere', value: 'a' },
    ];
    expect(checkAnswers(rules, changes)).toMatchObject({ code: 'UNKNOWN_QUESTION', index: 1 });
  });

  it('refuses more answers than there are questions', () => {
    const changes = Array.from({ length: 6 }, () => ({ questionId: 'single', value: 'a' }));
    expect(checkAnswers(rules, changes)).toMatchObject({ code: 'TOO_MANY', index: null });
  });
});
