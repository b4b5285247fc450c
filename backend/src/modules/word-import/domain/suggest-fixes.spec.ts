import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../../test/docx/quiz-outline.js';
import { readLines } from '../../../../test/docx/read-lines.js';
import { tableOf, type Line } from '../../../../test/docx/source-text.js';
import type { ImportChoices } from '../../../shared/import-choices.js';
import type { Diagnostic } from '../../../shared/diagnostic.js';

const everyDiagnostic = (lines: readonly Line[], choices?: ImportChoices): Diagnostic[] => {
  const { questions, diagnostics } = readLines(lines, choices);
  return [...diagnostics, ...questions.flatMap((question) => question.diagnostics)];
};

/** The fix that is suggested for the first diagnostic with this code. */
const fixOf = (code: string, lines: readonly Line[]): ImportChoices | null | undefined =>
  everyDiagnostic(lines).find((one) => one.code === code)?.suggestedFix;

const codesWith = (lines: readonly Line[], fix: ImportChoices | null | undefined): string[] =>
  everyDiagnostic(lines, fix ?? {}).map(({ code }) => code);

const bold = (text: string): Line => ({ text, bold: true });
const whole = ['1. Capital?', 'A. Oslo', '*B. Bern'];
const options = ['A. one', 'B. two', 'C. three'];

describe('the fix suggested for a text of no question', () => {
  it.each([
    ['UNCONSUMED_TEXT', [...whole, 'Stray words'], 3],
    ['UNCONSUMED_TEXT', [...whole, '2. A headline', ...whole], 3],
    ['ORPHAN_KEY', ['Answer: B', ...whole], 0],
    ['ORPHAN_KEY', [...whole, '7. C', '8. D'], 3],
    ['ORPHAN_KEY', [...whole, '7. C 8. D'], 3],
    ['ORPHAN_KEY', [...whole, ...tableOf(0, ['7', '8'], ['C', 'D'])], 5],
  ])('is to ignore it, which settles it: %s of %j', (code, lines, paragraph) => {
    const fix = fixOf(code, lines);
    expect(fix).toEqual({ ignoredParagraphs: [paragraph] });
    const left = everyDiagnostic(lines, fix ?? {});
    expect(left.filter((one) => one.paragraph === paragraph).map(({ note }) => note)).toEqual([
      'LEFT_OUT_BY_CHOICE',
    ]);
  });
});

describe('the fix suggested where questions have no options that could be found', () => {
  const cities = ['• Oslo', '• Bern', '• Rome'];

  it('is to take the bullets for options', () => {
    const lines = [...whole, '2. Name the largest.', ...cities, 'Answer: B'];
    const fix = fixOf('KEY_OUT_OF_RANGE', lines);
    expect(fix).toEqual({ optionsAre: 'bullets' });
    expect(codesWith(lines, fix)).toEqual([]);
  });

  it('is to take the lines for options', () => {
    const lines = ['1. Capital?', 'Oslo', 'Bern', 'Answer: B'];
    const fix = fixOf('KEY_OUT_OF_RANGE', lines);
    expect(fix).toEqual({ optionsAre: 'lines' });
    expect(codesWith(lines, fix)).toEqual([]);
  });

  it('is to take the numbers for options', () => {
    const lines = ['It lies in:', '1. Oslo', '2. Bern', 'It flows to:', '1. Rome', '2. Graz'];
    const fix = fixOf('NOT_A_QUIZ', lines);
    expect(fix).toEqual({ optionsAre: 'numbers' });
    expect(codesWith(lines, fix)).not.toContain('NOT_A_QUIZ');
  });

  it('is offered for a document without any question, where it would find some', () => {
    const lines = ['Capital:', ...cities, 'Largest:', ...cities];
    const fix = fixOf('NOT_A_QUIZ', lines);
    expect(fix).toEqual({ optionsAre: 'bullets' });
    expect(readLines(lines, fix ?? {}).questions).toHaveLength(2);
  });

  it('is none where no way of reading makes more questions whole', () => {
    expect(fixOf('NOT_A_QUIZ', ['Dear all,', 'the trip is on Monday.', 'Yours', 'Ann'])).toBeNull();
    expect(fixOf('KEY_MISSING', ['1. Capital?', ...options])).toBeNull();
  });
});

describe('a fix that is suggested for a right answer', () => {
  it.each<[string, Line[], ImportChoices]>([
    ['KEY_CONFLICT', ['1. Which?', '*A. one', 'B. two', 'Answer: B'], { trust: 'answerLine' }],
    ['KEY_CONFLICT', ['1. Which?', '*A. one', 'B. two', '1. B'], { trust: 'mark' }],
    [
      'KEY_CONFLICT',
      [
        '1. Which?',
        ['A. ', { text: 'one', bold: true }],
        ['B. ', { text: 'two', highlight: 'yellow' }],
        'C. three',
      ],
      { correctLooks: ['highlight'] },
    ],
    [
      'KEY_MISSING',
      ['1. Which?', 'A. one', ['B. ', { text: 'two', italic: true }], 'C. three'],
      { correctLooks: ['italic'] },
    ],
    [
      'KEY_AMBIGUOUS',
      ['Answer: A', '1. Which?', ...options, 'Answer: B', '2. Who?', ...options],
      { answersStand: 'before' },
    ],
    [
      'KEY_MISSING',
      tableOf(
        0,
        ['No', 'Question', 'A', 'B'],
        ['1', 'Capital?', 'Oslo', 'Rome'],
        ['2', 'Largest?', 'Bern', 'Graz'],
      ),
      { correctColumn: 2 },
    ],
  ])('settles %s of %j by %j', (code, lines, fix) => {
    expect(fixOf(code, lines)).toEqual(fix);
    expect(codesWith(lines, fix).filter((one) => one.startsWith('KEY_'))).toEqual([]);
  });
});

const read = (choices: ImportChoices, ...lines: Line[]): string[] =>
  outlineOf(readLines(lines, choices));

describe('a teacher who says what the options are', () => {
  it('is believed about bullets that do not look like answers', () => {
    const lines = ['Aims:', '• to learn', '• to live', 'Means:', '• books', '• bread'];
    expect(read({}, ...lines)).toEqual([]);
    expect(read({ optionsAre: 'bullets' }, ...lines)).toEqual([
      '- single Aims: | :to learn | :to live | KEY_MISSING',
      '- single Means: | :books | :bread | KEY_MISSING',
    ]);
  });

  it('is believed about single lines below statements', () => {
    const lines = ['1. It lies in', 'Oslo', 'Bern', '2. It flows to', 'Rome', 'Graz'];
    expect(read({}, ...lines)).toEqual([]);
    expect(read({ optionsAre: 'lines' }, ...lines)).toEqual([
      '1 single It lies in | :Oslo | :Bern | KEY_MISSING',
      '2 single It flows to | :Rome | :Graz | KEY_MISSING',
    ]);
  });

  it('is believed about numbers that start again', () => {
    const lines = ['It lies in', '1. Oslo', '2. Bern', 'It flows to', '1. Rome', '2. Graz'];
    expect(read({}, ...lines)).toEqual([]);
    expect(read({ optionsAre: 'numbers' }, ...lines)).toEqual([
      '- single It lies in | 1:Oslo | 2:Bern | KEY_MISSING',
      '- single It flows to | 1:Rome | 2:Graz | KEY_MISSING',
    ]);
  });
});

describe('a teacher who says what questions start with', () => {
  const cities = ['Oslo', 'Bern', 'Rome'];

  it('is believed about headings', () => {
    const heading = (text: string): Line => ({ runs: [text], styleName: 'heading 2' });
    const lines = [heading('The capital'), ...cities, heading('The largest'), ...cities];
    expect(read({}, ...lines)).toEqual([]);
    expect(read({ questionsStartAt: 'headings' }, ...lines)).toEqual([
      '- single The capital | :Oslo | :Bern | :Rome | KEY_MISSING',
      '- single The largest | :Oslo | :Bern | :Rome | KEY_MISSING',
    ]);
  });

  it('is believed about numbers', () => {
    const lines = ['7. The capital', ...cities, '9. The largest', ...cities];
    expect(read({}, ...lines)).toEqual([]);
    expect(read({ questionsStartAt: 'numbers' }, ...lines)).toEqual([
      '7 single The capital | :Oslo | :Bern | :Rome | KEY_MISSING',
      '9 single The largest | :Oslo | :Bern | :Rome | KEY_MISSING',
    ]);
  });

  it('is believed about bold lines, where labels tell the options', () => {
    const lines = [bold('The capital'), 'It is old.', 'A. Oslo', 'B. Bern'];
    expect(read({ questionsStartAt: 'bold' }, ...lines, ...lines)).toEqual([
      '- single The capital\nIt is old. | A:Oslo | B:Bern | KEY_MISSING',
      '- single The capital\nIt is old. | A:Oslo | B:Bern | KEY_MISSING',
    ]);
    const bare = [bold('The capital'), ...cities, bold('The largest'), ...cities];
    expect(read({ questionsStartAt: 'bold' }, ...bare)).toEqual([
      '- single The capital | :Oslo | :Bern | :Rome | KEY_MISSING',
      '- single The largest | :Oslo | :Bern | :Rome | KEY_MISSING',
    ]);
  });
});
