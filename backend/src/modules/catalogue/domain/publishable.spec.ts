import { describe, expect, it } from 'vitest';
import { blockingCodes, type QuestionState, typeForKey, withoutKeyDoubts } from './publishable.js';

const inOrder: QuestionState = {
  type: 'SINGLE_CHOICE',
  hasStem: true,
  correctCount: 1,
  optionCount: 4,
  hasAnswer: false,
  diagnostics: [],
};
const error = (code: string) => ({ code, severity: 'error' as const });

describe('a question may be published', () => {
  it.each<[string, Partial<QuestionState>]>([
    ['with one right option of two', { optionCount: 2 }],
    ['with several right options', { type: 'MULTIPLE_CHOICE', correctCount: 3 }],
    [
      'typed, with an answer',
      { type: 'SHORT_ANSWER', optionCount: 0, correctCount: 0, hasAnswer: true },
    ],
    [
      'with warnings and remarks',
      {
        diagnostics: [
          { code: 'LABEL_GAP', severity: 'warning' },
          { code: 'HIDDEN_TEXT', severity: 'info' },
        ],
      },
    ],
  ])('%s', (_, change) => {
    expect(blockingCodes({ ...inOrder, ...change })).toEqual([]);
  });
});

describe('a question is held back', () => {
  it.each<[string, Partial<QuestionState>, string[]]>([
    ['without a right option', { correctCount: 0 }, ['KEY_MISSING']],
    ['without a text', { hasStem: false }, ['STEM_MISSING']],
    ['with one option', { optionCount: 1 }, ['OPTIONS_TOO_FEW']],
    ['typed, without an answer', { type: 'NUMERIC', correctCount: 1 }, ['KEY_MISSING']],
    ['with an error of the import', { diagnostics: [error('STEM_MISSING')] }, ['STEM_MISSING']],
    [
      'with a doubt of the key, told once',
      { correctCount: 0, diagnostics: [error('KEY_CONFLICT'), error('KEY_CONFLICT')] },
      ['KEY_CONFLICT'],
    ],
    [
      'for every reason there is',
      { correctCount: 0, optionCount: 0, diagnostics: [error('STEM_MISSING')] },
      ['STEM_MISSING', 'KEY_MISSING', 'OPTIONS_TOO_FEW'],
    ],
  ])('%s', (_, change, codes) => {
    expect(blockingCodes({ ...inOrder, ...change })).toEqual(codes);
  });
});

describe('a key set by hand', () => {
  it('settles the doubts about the key and no other', () => {
    const codes = ['KEY_CONFLICT', 'KEY_MISSING', 'ESSAY_UNMARKED', 'STEM_MISSING'];
    const diagnostics = codes.map(error);
    expect(withoutKeyDoubts(diagnostics)).toEqual([error('STEM_MISSING')]);
  });

  it('makes the type of the question fit the number of right options', () => {
    expect(typeForKey('SINGLE_CHOICE', 2)).toBe('MULTIPLE_CHOICE');
    expect(typeForKey('TRUE_FALSE', 2)).toBe('MULTIPLE_CHOICE');
    expect(typeForKey('MULTIPLE_CHOICE', 1)).toBe('SINGLE_CHOICE');
    expect(typeForKey('TRUE_FALSE', 1)).toBe('TRUE_FALSE');
  });
});
