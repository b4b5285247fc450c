import { describe, expect, it } from 'vitest';
import { readLines } from '../../../../test/docx/read-lines.js';
import type { Line } from '../../../../test/docx/source-text.js';

const asked = (number: number | string): string[] => [`${number}. Capital?`, 'A. Oslo', '*B. Bern'];
const heading = (text: string): Line => ({ runs: [text], styleName: 'heading 1' });

/** What is said of the numbers: the question's position, the code, and the numbers that are missing. */
const doubts = (...lines: Line[]): string[] =>
  readLines(lines).questions.flatMap(({ diagnostics }) =>
    diagnostics
      .filter(({ code, severity }) => severity === 'warning' && code.startsWith('NUMBER_'))
      .map(({ code, questionNo, noteValues }) =>
        [questionNo, code, noteValues.numbers ?? ''].join(' ').trim(),
      ),
  );
const doubtsOf = (...numbers: number[]): string[] => doubts(...numbers.flatMap(asked));

describe('the numbers of questions', () => {
  it('that leave one out are warned of at the question after', () => {
    expect(doubtsOf(1, 2, 3, 5, 6, 7)).toEqual(['4 NUMBER_GAP 4']);
    expect(doubtsOf(1, 2, 3, 6, 7, 8)).toEqual(['4 NUMBER_GAP 4, 5']);
  });

  it('that come twice are warned of at the second', () => {
    expect(doubtsOf(1, 2, 3, 3, 4, 5)).toEqual(['4 NUMBER_DUPLICATE']);
    expect(doubtsOf(1, 2, 3, 3, 5, 6)).toEqual(['4 NUMBER_DUPLICATE']);
    expect(doubtsOf(1, 2, 3, 2, 5, 6)).toEqual(['4 NUMBER_DUPLICATE']);
  });

  it.each([
    [[1, 2, 3, 1, 2, 3]],
    [[1, 2, 3, 1, 2, 4]],
    [[1, 1, 1]],
    [[3, 7, 12]],
    [[1, 2, 3, 41, 42, 43]],
    [[11, 12, 13, 14]],
    [[3, 2, 1]],
  ])('are no reason for a warning where they start again or are ids: %j', (numbers) => {
    expect(doubtsOf(...numbers)).toEqual([]);
  });

  it('may go on elsewhere in another section', () => {
    const first = [heading('One'), ...[1, 2, 3].flatMap(asked)];
    expect(doubts(...first, heading('Two'), ...[5, 6, 7].flatMap(asked))).toEqual([]);
    expect(doubts(...first, heading('Two'), ...[3, 4, 5].flatMap(asked))).toEqual([]);
  });

  it('are not missing where the question was reported otherwise or has no number', () => {
    const first = [1, 2, 3].flatMap(asked);
    const last = [5, 6, 7].flatMap(asked);
    expect(doubts(...first, '4. Describe the capital.', ...last)).toEqual([]);
    expect(doubts(...first, '', 'Capital?', 'A. Oslo', '*B. Bern', '', ...last)).toEqual([]);
  });
});

describe('options of no question', () => {
  it('are called so, and can be ignored', () => {
    const { diagnostics } = readLines([...asked(1), 'Answer: B', 'C. Rome', 'D. Graz']);
    expect(
      diagnostics.map(({ code, paragraph, suggestedFix }) => [code, paragraph, suggestedFix]),
    ).toEqual([
      ['ORPHAN_OPTION', 4, { ignoredParagraphs: [4] }],
      ['ORPHAN_OPTION', 5, { ignoredParagraphs: [5] }],
    ]);
  });

  it('are no lines that merely begin with an initial', () => {
    const { diagnostics } = readLines([...asked(1), 'Answer: B', 'A. Einstein said so.']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['UNCONSUMED_TEXT']);
  });
});
