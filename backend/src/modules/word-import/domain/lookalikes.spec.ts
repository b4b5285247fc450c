import { describe, expect, it } from 'vitest';
import { plainText } from '../../../shared/content.js';
import { readLines } from '../../../../test/docx/read-lines.js';
import { listed, type Line } from '../../../../test/docx/source-text.js';

/** Each question on a line: `What? | No | *Yes | KEY_MISSING`. */
const read = (...lines: Line[]): string[] =>
  readLines(lines).questions.map(({ stem, options, diagnostics }) =>
    [
      plainText(stem),
      ...options.map(({ content, correct }) => `${correct ? '*' : ''}${plainText(content)}`),
      ...diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    ].join(' | '),
  );

describe('words that look like what they are not', () => {
  it.each(['No. 5 of them', 'Item 7 of the list', 'Question 3 of the exam'])(
    'stay an option: %s',
    (text) => {
      const options = ['Oslo', text, 'Rome'].map((one, at) => listed('lowerLetter', at + 1, one));
      expect(
        read('1. Which?', ...options, 'Answer: B', '2. Who?', 'A. x', 'B. y', 'Ans: A'),
      ).toEqual([`Which? | Oslo | *${text} | Rome`, 'Who? | *x | y']);
    },
  );

  it('stay a stem: an initial, a part of a story', () => {
    const lines = ['Question 1', 'A. Einstein said what?', 'A. x', 'B. y', 'Answer: B'];
    expect(read(...lines)).toEqual(['A. Einstein said what? | x | *y']);
    expect(read('Part 2 of the story tells of whom?', 'A. x', 'B. y', 'Answer: B')).toEqual([
      'Part 2 of the story tells of whom? | x | *y',
    ]);
  });

  it('stay options where no label has a space: C.e.g. this', () => {
    expect(read('1.Which?', 'A.x', 'B.y', 'C.e.g. z', 'D.U.S.A.', 'Answer: D')).toEqual([
      'Which? | x | y | e.g. z | *U.S.A.',
    ]);
  });

  it('choose nothing where letters of an answer are also the text of an option', () => {
    const options = ['A. x', 'B. y', 'C. a, c'];
    for (const answer of ['Answer: AC', 'Answer: A C', 'Answer: A, C']) {
      expect(read('1. Which?', ...options, answer)).toEqual([
        'Which? | x | y | a, c | KEY_AMBIGUOUS',
      ]);
    }
  });
});

describe('lines below a question that were not understood as options', () => {
  it.each(['AC', 'A C', 'A and B', 'E', 'B) Bern', 'B. Bern', 'Bern', 'bern'])(
    'are not answered by a text to type: %s',
    (answer) => {
      const [question] = read('1. Capital?', '~ Oslo', '~ Bern', '~ Rome', `Answer: ${answer}`);
      expect(question).toBe('Capital?\n~ Oslo\n~ Bern\n~ Rome | KEY_OUT_OF_RANGE');
    },
  );
});

describe('check boxes', () => {
  it('begin a new question after an empty line and a text', () => {
    const lines = ['Which?', '☐ x', '☑ y', '', 'Who?', '☑ z', '☐ w'];
    expect(read(...lines)).toEqual(['Which? | x | *y', 'Who? | *z | w']);
  });
});

describe('a number under a question', () => {
  it('may be marked before its text, as a check box may', () => {
    const lines = ['Question 1: Which?', '1) *x', '2) y', 'Question 2: Who?', '1) x', '2) *y'];
    expect(read(...lines)).toEqual(['Which? | *x | y', 'Who? | x | *y']);
    expect(read('1. Which?', '☐ x', '☐ *y', '☐ z')).toEqual(['Which? | x | *y | z']);
  });

  it('may be an option that reads like a listed answer: 2. C', () => {
    const lines = ['Question 1: Which?', '1. one', '2. C', '3. A, B', 'Answer: 2'];
    const other = ['Question 2: Who?', '1. x', '2. y', 'Answer: 1'];
    expect(read(...lines, ...other)).toEqual(['Which? | one | *C | A, B', 'Who? | *x | y']);
  });

  it('may be marked as the right option', () => {
    const lines = ['Question 1: Which?', '*1) x', '2) y', 'Question 2: Who?', '1) x', '✓ 2) y'];
    expect(read(...lines)).toEqual(['Which? | *x | y', 'Who? | x | *y']);
  });
});

describe('a numbered text that is no question', () => {
  it('is reported with every line it took', () => {
    const lines = ['1. Which?', 'A. x', 'B. y', 'Answer: A', '2. Essay', 'Points: 3', 'Question 3'];
    const { diagnostics, title } = readLines(lines);
    expect(diagnostics.map(({ paragraph }) => paragraph)).toEqual([4, 5, 6]);
    expect(title).toBeNull();
  });
});
