import { describe, expect, it } from 'vitest';
import type { ImportChoices } from '../../../shared/import-choices.js';
import { plainText } from '../../../shared/content.js';
import { outlineOf } from '../../../../test/docx/quiz-outline.js';
import { readLines } from '../../../../test/docx/read-lines.js';
import { type Line } from '../../../../test/docx/source-text.js';

const plain = ['A. one', 'B. two', 'C. three'];

/** Per question the letters of its right options, else the first error that says why there are none. */
function keys(lines: Line[], choices: ImportChoices = {}): string[] {
  return readLines(lines, choices).questions.map(({ options, diagnostics }) => {
    const right = options.flatMap(({ correct }, index) =>
      correct ? ['ABCDEF'.charAt(index)] : [],
    );
    const error = diagnostics.find(({ severity }) => severity === 'error')?.code ?? '';
    return right.length > 0 && error !== ''
      ? `${right.join('')}+${error}`
      : right.join('') || error;
  });
}
const keyOf = (...lines: Line[]): string | undefined => keys(['1. Which?', ...lines])[0];
const outline = (...lines: Line[]): string[] => outlineOf(readLines(lines));

describe('an answer line', () => {
  it.each([
    ['Answer: Option B', 'B'],
    ['Answer: Both A and C', 'AC'],
    ['Answer: A and C only', 'AC'],
    ['Answer: B is correct', 'B'],
    ['Answer: B because it is two', 'B'],
    ['Answer: B (two)', 'B'],
    ['Answer: Ｂ', 'B'],
    ['Ответ: В', 'B'],
    ['→ Answer: B', 'B'],
    ['Answer 1: B', 'B'],
    ['Ans 1 - B', 'B'],
    ['Απάντηση: B', 'B'],
    ['תשובה נכונה: B', 'B'],
    ['الإجابة الصحيحة: B', 'B'],
    ['პასუხი: B', 'B'],
    ['Správna odpoveď: B', 'B'],
    ['Answer: B. three', 'KEY_CONFLICT'],
    ['Answer: B. three blind mice', 'KEY_CONFLICT'],
    ['Answer: A or B', 'KEY_OUT_OF_RANGE'],
    ['Answer: Option D', 'KEY_OUT_OF_RANGE'],
  ])('is understood or refused: %s', (line, key) => {
    expect(keyOf(...plain, line)).toBe(key);
  });

  it('may have its letter or the text of an option on the line below', () => {
    expect(keyOf(...plain, 'Answer:', 'B')).toBe('B');
    expect(keyOf(...plain, 'Answer:', '', 'two')).toBe('B');
    expect(keyOf(...plain, 'Answer:', 'nothing of the kind')).toBe('KEY_MISSING');
  });

  it('does not take a Latin letter for a Cyrillic one that only looks like it', () => {
    expect(keyOf('А. раз', 'Б. два', 'В. три', 'Ответ: B')).toBe('KEY_AMBIGUOUS');
    expect(keyOf('А. раз', 'Б. два', 'В. три', 'Ответ: В')).toBe('C');
  });
});

describe('a mark after or before an option', () => {
  it.each([
    ['B. two (correct)'],
    ['B. two (Right answer)'],
    ['B. two (đúng)'],
    ['B. two（正确）'],
    ['B. two [верно]'],
    ['B. two ✓'],
    ['B. two ✔️'],
    ['✅ B. two'],
    ['√ B. two'],
    ['B. two (x)'],
  ])('says that it is right, and is not shown: %s', (line) => {
    expect(outline('1. Which?', 'A. one', line, 'C. three')).toEqual([
      '1 single Which? | A:one | *B:two | C:three',
    ]);
  });

  it('says what is wrong where it is a cross: what alone is left is right', () => {
    expect(keyOf('✗ A. one', 'B. two', '✗ C. three')).toBe('B');
    expect(keyOf('A. one ✗', 'B. two ✓', 'C. three ✗')).toBe('B');
    expect(keyOf('✗ A. one', 'B. two', 'C. three')).toBe('KEY_MISSING');
    expect(keyOf('✗ A. one', 'B. two', 'C. three', 'Answer: A')).toBe('KEY_CONFLICT');
  });

  it('may be the share of the points, but not a text about percents', () => {
    expect(keyOf('A. %0%one', 'B. %100%two', 'C. %0%three')).toBe('B');
    expect(keyOf('A. %50%one', 'B. %50%two', 'C. %-100%three')).toBe('AB');
    expect(keyOf('A. one (0%)', 'B. two (100%)', 'C. three (0%)')).toBe('B');
    expect(keyOf('A. copper (90%)', 'B. tin (10%)', 'C. lead (0%)')).toBe('KEY_MISSING');
    expect(keyOf('A. 100%', 'B. 50%', 'C. 0%')).toBe('KEY_MISSING');
  });

  it('is a star only where questions are marked so throughout', () => {
    expect(keyOf('A. one', 'B. two *', 'C. three')).toBe('B');
    const others = [2, 3, 4, 5, 6].flatMap((n) => [`${n}. Which?`, ...plain, 'Answer: A']);
    expect(keys(['1. Which?', 'A. one', 'B. two *', 'C. three', 'Answer: A', ...others])[0]).toBe(
      'A',
    );
  });
});

describe('an answer on the question’s own line', () => {
  it('is taken, and not shown', () => {
    expect(outline('1. Which? (Answer: B)', ...plain)).toEqual([
      '1 single Which? | A:one | *B:two | C:three',
    ]);
    expect(outline('1. Which? Answer: B', ...plain)).toEqual([
      '1 single Which? | A:one | *B:two | C:three',
    ]);
    expect(keyOf('A. one', 'B. two', 'C. three   Answer: B')).toBe('B');
  });

  it('may be a letter in the room left for it, where most questions have one', () => {
    const lines = ['1. 首都（ B ）是哪里？', ...plain, '2. 最大的是（A）', ...plain];
    expect(outline(...lines)).toEqual([
      '1 single 首都（  ）是哪里？ | A:one | *B:two | C:three',
      '2 single 最大的是 | *A:one | B:two | C:three',
    ]);
    expect(keyOf('A. see (B)', 'B. two', 'C. three')).toBe('KEY_MISSING');
    expect(keys(['1. Look at point (B)', ...plain, '2. Which?', ...plain])).toEqual([
      'KEY_MISSING',
      'KEY_MISSING',
    ]);
  });

  it('is no product of a reaction', () => {
    expect(keys(['1. Heat A + B → C', ...plain, 'Answer: A'])).toEqual(['A']);
  });

  it('may say whether a statement is true, with what would be true', () => {
    const lines = [
      '1. True / False: Oslo is in Sweden. → False (Correct: Norway.)',
      '2. True / False: Bern is in Switzerland. → True',
      '3. True / False: Rome is in Spain. → False\n(Correct answer: Italy)',
      '4. 地球是圆的。（√）',
    ];
    expect(outline(...lines)).toEqual([
      '1 true Oslo is in Sweden. | :True | *:False',
      '2 true Bern is in Switzerland. | *:True | :False',
      '3 true Rome is in Spain. | :True | *:False',
      '4 true 地球是圆的。 | *:√ | :×',
    ]);
    const [first] = readLines(lines).questions;
    expect(plainText(first?.explanation ?? [])).toBe('(Correct: Norway.)');
  });

  it('is missed where a statement asks and nothing answers', () => {
    expect(outline('1. True or False: Oslo is in Sweden.', '2. Which?', ...plain)).toEqual([
      '1 true Oslo is in Sweden. | :True | :False | KEY_MISSING',
      '2 single Which? | A:one | B:two | C:three | KEY_MISSING',
    ]);
  });
});

describe('answers listed at the end', () => {
  const three = ['1. Which?', ...plain, '2. Who?', ...plain, '3. Where?', ...plain];

  it.each([
    [['Answer key', '1. B 2. C 3. A']],
    [['Đáp án', '1B 2C 3A']],
    [['Answers: 1-b; 2-c; 3-a']],
    [['参考答案', '1、B 2、C 3、A']],
    [['Q1: B, Q2: C, Q3: A']],
    [['Answer 1: B', 'Answer 2: C', 'Answer 3: A']],
    [['Answers', 'b, c, a']],
    [['Answers: B, C, A']],
  ])('are given to their questions: %j', (lines) => {
    expect(keys([...three, ...lines])).toEqual(['B', 'C', 'A']);
  });

  it.each([
    [['Answers: B, C']],
    [['Answers: B, C, A, A']],
    [['1. B 2. C']],
    [['1. B 2. C 3. A 4. A']],
    [['Answers', 'B', 'C', 'A']],
    [['Answer 4: B']],
  ])('choose nothing where they are not exactly those of the questions: %j', (lines) => {
    const found = keys([...three, ...lines]);
    expect(found.every((key) => key.startsWith('KEY_'))).toBe(true);
  });
});

describe('what a teacher says about a document', () => {
  const bold = (letter: string): Line[] =>
    plain.map((text) =>
      text.startsWith(letter) ? [`${letter}. `, { text: text.slice(3), bold: true }] : text,
    );
  const unmarked = Array.from({ length: 9 }, (_, n) => [`${n + 2}. Which?`, ...plain]).flat();

  it('makes a look count that is no habit, which is offered for one click', () => {
    const lines = ['1. Which?', ...bold('B'), ...unmarked];
    const [first] = readLines(lines).questions;
    expect(first?.diagnostics[0]).toMatchObject({
      code: 'KEY_AMBIGUOUS',
      suggestedFix: { correctLooks: ['bold'] },
    });
    expect(keys(lines, { correctLooks: ['bold'] })[0]).toBe('B');
    expect(keys(['1. Which?', ...bold('B')], { correctLooks: [] })).toEqual(['KEY_AMBIGUOUS']);
  });

  it('makes italics count, which never do by themselves', () => {
    const lines: Line[] = [
      '1. Which?',
      'A. one',
      ['B. ', { text: 'two', italic: true }],
      'C. three',
    ];
    const [first] = readLines(lines).questions;
    expect(first?.diagnostics[0]).toMatchObject({
      code: 'KEY_MISSING',
      suggestedFix: { correctLooks: ['italic'] },
    });
    expect(keys(lines, { correctLooks: ['italic'] })).toEqual(['B']);
  });

  it('settles which of two signs decides', () => {
    const lines = ['1. Which?', ...bold('B'), 'Answer: A'];
    const [first] = readLines(lines).questions;
    expect(first?.diagnostics[0]).toMatchObject({
      code: 'KEY_CONFLICT',
      suggestedFix: { trust: 'answerLine' },
    });
    expect(keys(lines, { trust: 'answerLine' })).toEqual(['A']);
    expect(keys(lines, { trust: 'looks' })).toEqual(['B']);
  });

  it('settles that answers stand before their questions', () => {
    const lines = ['Answer: A', '1. Which?', ...plain, 'Answer: B', '2. Who?', ...plain];
    expect(keys(lines)).toEqual(['KEY_MISSING', 'KEY_MISSING']);
    expect(keys(lines, { answersStand: 'before' })).toEqual(['A', 'B']);
  });
});

describe('questions that are answered by typing', () => {
  it.each([
    ['Answer: Paris', { accepted: ['Paris'] }],
    ['Answer: colour / color', { accepted: ['colour', 'color'] }],
    ['Answer: 42', { value: 42, tolerance: 0 }],
    ['Answer: 42 ± 1', { value: 42, tolerance: 1 }],
    ['Answer: 3,5 +- 0,1', { value: 3.5, tolerance: 0.1 }],
    ['Answer: [4.9, 5.1]', { value: 5, tolerance: 0.1 }],
    ['Answer: 1,000', { accepted: ['1,000'] }],
    ['Answer: 1939–1945', { accepted: ['1939–1945'] }],
  ])('keep what counts as right: %s', (line, answer) => {
    const [question] = readLines(['1. What?', line]).questions;
    expect(question?.answer).toEqual(answer);
    expect(question?.diagnostics).toEqual([]);
  });

  it('come in plain-text markup too, with feedback and essays', () => {
    const lines = [
      ...['Quiz title: Sums', 'Title: First', 'Points: 2', '1. What is 2 + 3?', '... Add them.'],
      ...['= 5 +- 0.5', '', 'Title: Second', 'Points: 3', '2. Where?', '* Bern', '* Berne', ''],
      ...['3. Which?', '*a) one', '... Well done', 'b) two', '... No', '', '4. Tell.', '____'],
    ];
    const quiz = readLines(lines);
    expect(outlineOf(quiz)).toEqual([
      '1 numeric What is 2 + 3? | =5|0.5',
      '2 short Where? | =Bern,Berne',
      '3 single Which? | *a:one | b:two',
      '4 short Tell. | ESSAY_UNMARKED',
    ]);
    expect(quiz.questions.map(({ points }) => points)).toEqual([2, 3, null, null]);
    const said = quiz.questions[2]?.options.map(({ feedback }) => plainText(feedback ?? []));
    expect(said).toEqual(['Well done', 'No']);
  });
});

describe('what a document says about the quiz', () => {
  it('becomes its details', () => {
    const quiz = readLines([
      ...['Title: Capitals', 'Category: Geography', 'Difficulty: hard', 'Time: 1 h 30 min'],
      ...['Description: Five minutes a question.', '1. Which? (2 points)', ...plain, 'Answer: B'],
    ]);
    expect(quiz).toMatchObject({
      title: 'Capitals',
      category: 'Geography',
      difficulty: 'HARD',
      timeLimitSeconds: 5400,
      description: 'Five minutes a question.',
    });
    expect(quiz.questions[0]?.points).toBe(2);
  });

  it('is ignored where it is said of single questions and differs', () => {
    const asked = (n: number, level: string): string[] => [
      `${n}. Which?`,
      ...plain,
      'Answer: B',
      `Difficulty: ${level}`,
    ];
    const differing = readLines([...asked(1, 'easy'), ...asked(2, 'hard')]);
    expect(differing.difficulty).toBeNull();
    expect(differing.diagnostics.map(({ note }) => note)).toEqual([
      'QUESTION_FIELD',
      'QUESTION_FIELD',
    ]);
    expect(readLines([...asked(1, 'dễ'), ...asked(2, 'dễ')]).difficulty).toBe('EASY');
  });

  it('may follow a question’s number instead of its text', () => {
    const lines = ['Question 1 - single choice, shuffle', 'Which?', 'A: one', 'Feedback: no'];
    const quiz = readLines([
      ...lines,
      '*B: two',
      'Feedback: yes',
      'Default Feedback: Read it again.',
    ]);
    expect(outlineOf(quiz)).toEqual(['1 single Which? | A:one | *B:two']);
    const [question] = quiz.questions;
    expect(question?.options.map(({ feedback }) => plainText(feedback ?? []))).toEqual([
      'no',
      'yes',
    ]);
    expect(plainText(question?.explanation ?? [])).toBe('Read it again.');
  });
});
