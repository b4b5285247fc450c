import { describe, expect, it } from 'vitest';
import { correctedKey, withKey } from './corrected-key.js';

const optionIds = ['one', 'two', 'three'];

describe('a corrected key', () => {
  it('names options by their letters', () => {
    expect(correctedKey({ type: 'MULTIPLE_CHOICE', optionIds }, { letters: ['c', 'A'] })).toEqual({
      correctOptionIds: ['three', 'one'],
      answer: null,
    });
  });

  it('is a text or a number where there is nothing to choose from', () => {
    const nothing = { optionIds: [] };
    expect(correctedKey({ type: 'SHORT_ANSWER', ...nothing }, { accepted: [' Huế ', ''] })).toEqual(
      {
        correctOptionIds: [],
        answer: { accepted: ['Huế'] },
      },
    );
    expect(correctedKey({ type: 'NUMERIC', ...nothing }, { value: 3.5 })).toEqual({
      correctOptionIds: [],
      answer: { value: 3.5, tolerance: 0 },
    });
  });

  it.each([
    ['a letter that no option has', 'SINGLE_CHOICE', { letters: ['D'] }, /A to C/],
    ['no letter', 'TRUE_FALSE', {}, /A to C/],
    [
      'two options where one is right',
      'SINGLE_CHOICE',
      { letters: ['A', 'B'] },
      /one right option/,
    ],
    ['letters for a text', 'SHORT_ANSWER', { letters: ['A'] }, /--accepted/],
    ['no number', 'NUMERIC', { value: Number.NaN }, /--value/],
    ['a tolerance below zero', 'NUMERIC', { value: 1, tolerance: -1 }, /--value/],
  ] as const)('is refused: %s', (_, type, given, problem) => {
    expect(correctedKey({ type, optionIds }, given)).toMatchObject({
      problem: expect.stringMatching(problem) as string,
    });
  });

  it('changes that question alone', () => {
    const question = (id: string) => ({
      ...{ id, type: 'SINGLE_CHOICE' as const, points: 1, partialCredit: false, answer: null },
      options: optionIds.map((optionId) => ({ id: optionId, correct: optionId === 'one' })),
    });
    const key = { correctOptionIds: ['two'], answer: null };
    const version = withKey(
      { questions: [question('q'), question('r')] },
      { questionId: 'q', key },
    );
    expect(version.questions[0]?.options.map(({ correct }) => correct)).toEqual([
      false,
      true,
      false,
    ]);
    expect(version.questions[1]).toEqual(question('r'));
  });
});
