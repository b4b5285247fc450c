import { describe, expect, it } from 'vitest';
import type { AdminQuestion, AdminQuizDetail } from '../../../lib/api/generated/types.gen';
import { numbered, withQuestion, withoutQuestion } from './questions';

const question = (id: string, position: number, blocked = false): AdminQuestion => ({
  id,
  position,
  type: 'SINGLE_CHOICE',
  stem: [],
  explanation: null,
  points: 1,
  options: [],
  acceptedAnswers: [],
  numericAnswer: null,
  source: null,
  edited: false,
  diagnostics: blocked
    ? [
        {
          code: 'KEY_MISSING',
          severity: 'error',
          paragraph: 0,
          paraId: null,
          questionNo: position,
          excerpt: '',
          message: '',
          note: null,
          noteValues: {},
          suggestedFix: null,
        },
      ]
    : [],
});

const quizOf = (questions: AdminQuestion[]) => ({ questions }) as AdminQuizDetail;

describe('the questions of a draft', () => {
  it('are numbered without gaps in their order, whatever was removed', () => {
    const quiz = quizOf([question('c', 7), question('a', 1), question('b', 3)]);
    const left = numbered(quiz, new Set(['a']));
    expect(left.map(({ number, question: { id } }) => [number, id])).toEqual([
      [1, 'b'],
      [2, 'c'],
    ]);
  });

  it('no longer block once their key is set or they are removed', () => {
    const quiz = quizOf([question('a', 1, true), question('b', 2, true)]);
    const settled = withQuestion(quiz, question('a', 1));
    expect(settled.errorCount).toBe(1);
    expect(withoutQuestion(settled, 'b')).toMatchObject({ errorCount: 0, questionCount: 1 });
  });
});
