import { describe, expect, it } from 'vitest';
import { plainText, type RichContent } from '../../../shared/content.js';
import { readLines } from '../../../../test/docx/read-lines.js';
import { type Line, type RunText } from '../../../../test/docx/source-text.js';
import type { ParsedQuestion } from './parsed-quiz.js';

const questionOf = (...lines: Line[]): ParsedQuestion | undefined => readLines(lines).questions[0];

/** The letters of the right options, or the error that says why there are none. */
function keyOf(...lines: Line[]): string {
  const question = questionOf('1. Which?', ...lines);
  const right = question?.options.filter(({ correct }) => correct).map(({ label }) => label);
  const error = question?.diagnostics.find(({ code }) => code.startsWith('KEY_'));
  return [...(right ?? []), ...(error ? [error.code] : [])].join('');
}

const plain = ['A. one', 'B. two', 'C. three'];
/** Options of which those named look like this. */
const looking = (letters: string, look: Omit<Exclude<RunText, string>, 'text'>): Line[] =>
  plain.map((text) => {
    const [label = '', words = ''] = text.split(' ');
    return letters.includes(label.charAt(0)) ? [`${label} `, { text: words, ...look }] : text;
  });

describe('an answer line', () => {
  it.each([
    ['Answer: B', 'B'],
    ['Ans. B', 'B'],
    ['ANSWER B', 'B'],
    ['The correct answer is B', 'B'],
    ['Answer: (b)', 'B'],
    ['[Answer: B]', 'B'],
    ['Answer: B) two', 'B'],
    ['Answer: B. two', 'B'],
    ['Answer: two', 'B'],
    ['Answer: A, C', 'AC'],
    ['Answer: A and C', 'AC'],
    ['Answer: AC', 'AC'],
    ['Đáp án: B', 'B'],
    ['答案：B', 'B'],
    ['正确答案：AC', 'AC'],
    ['答案B', 'B'],
    ['Ответ: B', 'B'],
    ['Jawaban: B', 'B'],
    ['Respuesta correcta: B', 'B'],
    ['Réponse : B', 'B'],
    ['Lösung: B', 'B'],
    ['Gabarito: B', 'B'],
    ['정답: B', 'B'],
    ['الإجابة: B', 'B'],
  ])('says which option is right: %s', (line, key) => {
    expect(keyOf(...plain, line)).toBe(key);
  });

  it.each([
    ['Answer: D', 'KEY_OUT_OF_RANGE'],
    ['Answer: 2', 'KEY_OUT_OF_RANGE'],
    ['Answer: none of these words', 'KEY_OUT_OF_RANGE'],
    ['Answer: A. two', 'KEY_CONFLICT'],
    ['Answer: ____', 'KEY_MISSING'],
    ['Your answer: B', 'KEY_MISSING'],
    ['Answer the next question before you go on.', 'KEY_MISSING'],
  ])('never makes a key of what it does not say: %s', (line, code) => {
    expect(keyOf(...plain, line)).toBe(code);
  });

  it('may give a number where an option has that text', () => {
    expect(keyOf('A. 1945', 'B. 1956', 'Answer: 1956')).toBe('B');
  });

  it('that names one option by letter and another by number chooses none', () => {
    expect(keyOf('A. 2', 'B. 1', 'Answer: A. 1')).toBe('KEY_CONFLICT');
  });

  it('chooses none when it refers to a letter that two options have', () => {
    expect(keyOf('A. one', 'B. two', 'B. three', 'Answer: B')).toBe('KEY_AMBIGUOUS');
  });

  it('chooses none when a second one says otherwise', () => {
    expect(keyOf(...plain, 'Answer: B', 'Correct answer: C')).toBe('KEY_CONFLICT');
  });
});

describe('a mark', () => {
  it.each([['*B. two'], ['* B. two'], ['B. *two'], ['✓ B. two']])(
    'before an option says that it is right: %s',
    (line) => {
      expect(keyOf('A. one', line, 'C. three')).toBe('B');
    },
  );

  it('in a check box says that its option is right', () => {
    const question = questionOf('1. Which?', '☐ one', '☑ two', '☐ three');
    expect(question?.options.map(({ correct }) => correct)).toEqual([false, true, false]);
  });

  it('on every option says nothing', () => {
    expect(keyOf('*A. one', '*B. two')).toBe('KEY_MISSING');
  });
});

describe('the look that sets options apart', () => {
  const looks: [string, Omit<Exclude<RunText, string>, 'text'>][] = [
    ['bold', { bold: true }],
    ['underline', { underline: true }],
    ['highlight', { highlight: 'yellow' }],
    ['colour', { colour: 'ff0000' }],
  ];

  it.each(looks)('says which one is right: %s', (_, look) => {
    expect(keyOf(...looking('B', look))).toBe('B');
  });

  it.each(looks)('may set several apart: %s', (_, look) => {
    const question = questionOf('1. Which?', ...looking('AC', look), 'D. four');
    expect(question?.type).toBe('MULTIPLE_CHOICE');
    expect(keyOf(...looking('AC', look), 'D. four')).toBe('AC');
  });

  it.each(looks)('says nothing when all options have it: %s', (_, look) => {
    expect(keyOf(...looking('ABC', look))).toBe('KEY_MISSING');
  });

  it.each(looks)('says nothing when only a part of an option has it: %s', (_, look) => {
    expect(keyOf('A. one', ['B. two ', { text: 'words', ...look }], 'C. three')).toBe(
      'KEY_MISSING',
    );
  });

  it.each(looks.filter(([name]) => name !== 'underline'))(
    'says nothing when only a label has it: %s',
    (_, look) => {
      expect(keyOf('A. one', [{ text: 'B.', ...look }, ' two'], 'C. three')).toBe('KEY_MISSING');
    },
  );

  it('may be the underlined letter of its label', () => {
    expect(keyOf('A. one', [{ text: 'B', underline: true }, '. two'], 'C. three')).toBe('B');
  });

  it('is no sign when the colour is a grey or that of the question', () => {
    expect(keyOf(...looking('B', { colour: '444444' }))).toBe('KEY_MISSING');
    const stem: Line = ['1. ', { text: 'Which?', colour: 'ff0000' }];
    expect(questionOf(stem, ...looking('B', { colour: 'ff0000' }))?.diagnostics[0]?.code).toBe(
      'KEY_MISSING',
    );
  });

  it('is no sign when there are two colours', () => {
    const lines: Line[] = [
      ['A. ', { text: 'one', colour: 'ff0000' }],
      ['B. ', { text: 'two', colour: '00b050' }],
      'C. three',
    ];
    expect(keyOf(...lines)).toBe('KEY_MISSING');
  });

  it('is doubted when only a few of many questions carry it', () => {
    const many = Array.from({ length: 9 }, (_, index) => [`${index + 2}. Which?`, ...plain]).flat();
    expect(keyOf(...looking('B', { bold: true }), ...many)).toBe('KEY_AMBIGUOUS');
  });
});

describe('two signs of the right answer', () => {
  it('that agree are one', () => {
    expect(keyOf(...looking('B', { bold: true, highlight: 'green' }), 'Answer: B')).toBe('B');
  });

  it.each([
    ['line and bold', [...looking('B', { bold: true }), 'Answer: A']],
    ['line and mark', ['*A. one', 'B. two', 'C. three', 'Answer: B']],
    ['mark and colour', ['*A. one', ['B. ', { text: 'two', colour: 'ff0000' }]] as Line[]],
  ])('that disagree choose nothing: %s', (_, lines) => {
    expect(keyOf(...lines)).toBe('KEY_CONFLICT');
  });
});

describe('answers listed apart', () => {
  const quiz = (...lines: Line[]): string[] =>
    readLines(lines).questions.map(({ options, diagnostics }) => {
      const right = options.filter(({ correct }) => correct).map(({ label }) => label);
      return right.join('') || (diagnostics[0]?.code ?? '');
    });
  const two = ['1. Which?', ...plain, '2. Who?', ...plain];

  it('belong to the questions with their numbers', () => {
    expect(quiz(...two, 'Answers', '1. C', '2. A')).toEqual(['C', 'A']);
    expect(quiz(...two, '1、参考答案：C', '解析：because', '2、参考答案：A')).toEqual(['C', 'A']);
  });

  it('count for each part whose numbers start again', () => {
    expect(quiz(...two, ...two, '1. C', '2. A', '1. B', '2. B')).toEqual(['C', 'A', 'B', 'B']);
  });

  it('are not used at all when their numbers are not those of the questions', () => {
    for (const keys of [['1. C'], ['1. C', '3. A'], ['1. C', '2. A', '3. B']]) {
      expect(quiz(...two, ...keys)).toEqual(['KEY_MISSING', 'KEY_MISSING']);
    }
  });

  it('choose nothing where a mark says otherwise', () => {
    expect(quiz('1. Which?', '*A. one', 'B. two', '1. B')).toEqual(['KEY_CONFLICT']);
  });
});

describe('a question without any sign', () => {
  it('has no right answer and says so', () => {
    expect(keyOf(...plain)).toBe('KEY_MISSING');
  });
});

describe('the answer key', () => {
  const marksOf = (content: RichContent | undefined): string =>
    JSON.stringify(content)
      .match(/"marks":\[[^\]]*\]/g)
      ?.join() ?? '';

  it.each([
    ['bold', { bold: true }],
    ['underline', { underline: true }],
    ['highlight', { highlight: 'yellow' }],
    ['colour', { colour: 'ff0000' }],
    ['italics', { italic: true }],
    ['strike', { strike: true }],
    ['typewriter type', { code: true }],
    ['bold in a part of it', { bold: true, italic: true }],
  ])('never shows through the formatting: %s', (_, look) => {
    const question = questionOf('1. Which?', ...looking('B', look));
    expect(question?.options.map(({ content }) => marksOf(content))).toEqual(['', '', '']);
  });

  it('does not cost options the marks that carry meaning', () => {
    const water: Line = [
      'A. H',
      { text: '2', vertical: 'sub' },
      'O ',
      { text: 'aqua', italic: true },
    ];
    const question = questionOf('1. Which?', water, 'B. salt', 'Answer: A');
    expect(marksOf(question?.options[0]?.content)).toBe('"marks":["sub"],"marks":["italic"]');
    expect(plainText(question?.options[0]?.content ?? [])).toBe('H2O aqua');
  });
});

describe('looks that may mean the opposite', () => {
  it('choose nothing where most options have them: the wrong ones may be marked', () => {
    expect(keyOf(...looking('AC', { bold: true }))).toBe('KEY_AMBIGUOUS');
    expect(keyOf(...looking('AC', { colour: 'FF0000' }))).toBe('KEY_AMBIGUOUS');
  });

  it('choose most options where other questions show that the few are right', () => {
    const asked = (number: number, letters: string): Line[] => [
      `${number}. Which?`,
      ...looking(letters, { bold: true }),
    ];
    const { questions } = readLines([...asked(1, 'A'), ...asked(2, 'B'), ...asked(3, 'AC')]);
    const right = questions.map(({ options }) => options.filter(({ correct }) => correct).length);
    expect(right).toEqual([1, 1, 2]);
  });

  it('choose no option that is crossed out', () => {
    expect(keyOf(...looking('B', { bold: true, strike: true }))).toBe('KEY_MISSING');
  });
});
