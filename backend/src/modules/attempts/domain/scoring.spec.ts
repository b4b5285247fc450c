import { describe, expect, it } from 'vitest';
import type { AnswerValue, GradableQuestion } from './answers.js';
import { gradeAnswer, gradeAttempt } from './scoring.js';

const single: GradableQuestion = {
  id: 'single',
  type: 'SINGLE_CHOICE',
  points: 2,
  partialCredit: false,
  options: [
    { id: 'a', correct: false },
    { id: 'b', correct: true },
  ],
  answer: null,
};
const multiple: GradableQuestion = {
  id: 'multiple',
  type: 'MULTIPLE_CHOICE',
  points: 1,
  partialCredit: true,
  options: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, correct: 'abc'.includes(id) })),
  answer: null,
};
const typed = (answer: GradableQuestion['answer']): GradableQuestion => ({
  ...single,
  id: 'typed',
  type: answer && 'value' in answer ? 'NUMERIC' : 'SHORT_ANSWER',
  options: [],
  answer,
});
const earned = (question: GradableQuestion, value: AnswerValue) =>
  gradeAnswer(question, value).earned;

describe('grading one answer', () => {
  it('gives a single choice all points or none', () => {
    expect(gradeAnswer(single, 'b')).toEqual({
      questionId: 'single',
      value: 'b',
      correct: true,
      earned: 2,
    });
    expect(gradeAnswer(single, 'a')).toMatchObject({ correct: false, earned: 0 });
    expect(gradeAnswer(single, null)).toMatchObject({ correct: false, earned: 0 });
  });

  it('gives true/false as a single choice', () => {
    expect(earned({ ...single, type: 'TRUE_FALSE' }, 'b')).toBe(2);
    expect(earned({ ...single, type: 'TRUE_FALSE' }, 'a')).toBe(0);
  });

  it.each([
    [['a', 'b', 'c'], 1, true],
    [['c', 'b', 'a', 'a'], 1, true],
    [['a', 'b'], 0.67, false],
    [['a'], 0.33, false],
    [['a', 'd'], 0, false],
    [['a', 'b', 'd'], 0.33, false],
    [['d', 'e'], 0, false],
    [['a', 'b', 'c', 'd', 'e'], 0.33, false],
    [[], 0, false],
  ])('with partial credit takes back a right tick for each wrong one: %j', (ticks, points, all) => {
    expect(gradeAnswer(multiple, ticks)).toMatchObject({ earned: points, correct: all });
  });

  it('without partial credit wants exactly the right ticks', () => {
    const strict = { ...multiple, partialCredit: false };
    expect(earned(strict, ['a', 'b', 'c'])).toBe(1);
    expect(earned(strict, ['a', 'b'])).toBe(0);
    expect(earned(strict, ['a', 'b', 'c', 'd'])).toBe(0);
  });

  it('earns nothing where the question has no key', () => {
    const keyless = { ...multiple, options: [{ id: 'a', correct: false }] };
    expect(earned(keyless, ['a'])).toBe(0);
    expect(earned(keyless, [])).toBe(0);
    expect(earned(typed(null), 'x')).toBe(0);
  });

  it('compares typed answers with their key', () => {
    expect(earned(typed({ accepted: ['Photon'] }), ' photon ')).toBe(2);
    expect(earned(typed({ accepted: ['Photon'] }), 'electron')).toBe(0);
    expect(earned(typed({ value: 9.81, tolerance: 0.01 }), '9,8')).toBe(2);
    expect(earned(typed({ value: 9.81, tolerance: 0.01 }), '9.7')).toBe(0);
  });

  it('earns nothing for a value of another kind than the question asks', () => {
    expect(earned(single, ['b'])).toBe(0);
    expect(earned(multiple, 'a')).toBe(0);
    expect(earned(typed({ accepted: ['b'] }), ['b'])).toBe(0);
  });
});

describe('grading an attempt', () => {
  const saved = (value: AnswerValue) => ({ value, at: '2026-01-01T00:00:00.000Z', device: 'page' });

  it('has a row for every question, also the unanswered', () => {
    const grade = gradeAttempt([single, multiple], { single: saved('b') }, 60);
    expect(grade.answers.map((answer) => answer.questionId)).toEqual(['single', 'multiple']);
    expect(grade).toMatchObject({ score: 2, maxScore: 3, passed: true, answered: 1 });
  });

  it('adds hundredths without losing any', () => {
    const tenths = Array.from({ length: 10 }, (_, i) => ({ ...single, id: `q${i}`, points: 0.1 }));
    const answers = Object.fromEntries(tenths.map((question) => [question.id, saved('b')]));
    expect(gradeAttempt(tenths, answers, 100)).toMatchObject({
      score: 1,
      maxScore: 1,
      passed: true,
    });
  });

  it('passes at exactly the pass mark and not below', () => {
    const questions = Array.from({ length: 5 }, (_, i) => ({ ...single, id: `q${i}`, points: 1 }));
    const right = (count: number) =>
      Object.fromEntries(questions.slice(0, count).map((question) => [question.id, saved('b')]));
    expect(gradeAttempt(questions, right(3), 60).passed).toBe(true);
    expect(gradeAttempt(questions, right(2), 60).passed).toBe(false);
  });

  it('takes no notice of answers to questions it does not have', () => {
    expect(gradeAttempt([single], { other: saved('b') }, 0)).toMatchObject({
      score: 0,
      answered: 0,
    });
  });
});
