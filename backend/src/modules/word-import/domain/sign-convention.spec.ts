import { describe, expect, it } from 'vitest';
import { plainText } from '../../../shared/content.js';
import { readLines } from '../../../../test/docx/read-lines.js';

const four = (right: string, ...wrong: string[]): string[] => [
  `+${right}`,
  ...wrong.map((text) => `=${text}`),
];
const whole = [
  ...[
    '?Which sea is the saltiest?',
    ...four('The Dead Sea', 'The Baltic', 'The Black Sea', 'None'),
  ],
  ...['?Which is a planet?', ...four('Mars', 'The Moon', 'Sirius', 'Halley')],
  ...['?Which is a metal?', ...four('Iron', 'Sulphur', 'Carbon', 'Neon')],
];
const forgotten = 'Which animal lays eggs';
const second = four('The hen', 'The cow', 'The dog', 'The cat');

const stems = (lines: readonly string[]): string[] =>
  readLines(lines).questions.map(({ stem }) => plainText(stem));

describe('a document of signs in which one question’s sign was forgotten', () => {
  it('has that question all the same, with its own options', () => {
    const { questions } = readLines([...whole, forgotten, ...second]);
    expect(questions.map(({ options }) => options.length)).toEqual([4, 4, 4, 4]);
    expect(plainText(questions[3]?.stem ?? [])).toBe(forgotten);
    expect(questions[3]?.options.map(({ correct }) => correct)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('has it also where all stands in one paragraph with line breaks', () => {
    expect(stems([[...whole.slice(0, 5), forgotten, ...second].join('\n')])).toEqual([
      'Which sea is the saltiest?',
      forgotten,
    ]);
  });

  it('keeps the further line of an option with its option', () => {
    const { questions } = readLines([
      ...whole,
      '?Which is a tree?',
      '+The oak',
      '=The fern',
      'of the wood',
      '=Moss',
    ]);
    expect(plainText(questions[3]?.options[1]?.content ?? [])).toBe('The fern\nof the wood');
  });

  it('chooses nothing where nothing stands between the two groups', () => {
    const { questions } = readLines([
      ...whole,
      '?Which is a tree?',
      ...four('The oak', 'The fern', 'Moss', 'Kelp'),
      ...second,
    ]);
    expect(questions[3]?.options.filter(({ correct }) => correct)).toEqual([]);
    expect(questions[3]?.diagnostics).toMatchObject([
      { code: 'KEY_AMBIGUOUS', note: 'QUESTIONS_JOINED' },
    ]);
  });
});
