import { describe, expect, it } from 'vitest';
import { plainText } from '../../../shared/content.js';
import { listed, sourceOf, tableOf, type Line } from '../../../../test/docx/source-text.js';
import { outlineOf } from '../../../../test/docx/quiz-outline.js';
import { draftFromParsed } from './draft-from-parsed.js';
import { parseQuiz } from './parse-quiz.js';
import { announcedNumbers } from './passages.js';

const question = (number: number): Line[] => [
  `${number}. Who goes?`,
  'A. Ann',
  'B. Bob',
  'Answer: B',
];
const passages = (...lines: Line[]): (string | null)[] =>
  parseQuiz(sourceOf(...lines)).questions.map(({ passage }) => passage && plainText(passage));
const unused = (...lines: Line[]): (number | null)[] =>
  parseQuiz(sourceOf(...lines))
    .diagnostics.filter(({ code }) => code === 'UNCONSUMED_TEXT')
    .map(({ paragraph }) => paragraph);

describe('a question that seems to announce numbers', () => {
  it('is a question, though its numbered options begin with the number', () => {
    const options = ['1. red', '2. blue', '3. green', 'Answer: 1'];
    const lines = [
      'QUESTION 1 - Item 7 of the list?',
      ...options,
      'QUESTION 2 - Which?',
      ...options,
    ];
    const { questions } = parseQuiz(sourceOf(...lines));
    expect(questions.map(({ stem }) => plainText(stem))).toEqual(['Item 7 of the list?', 'Which?']);
  });
});

describe('the numbers a line announces', () => {
  it.each([
    ['Questions 5 to 8 refer to the following text.', 5, 8],
    ['Read the text and answer questions 5–8.', 5, 8],
    ['Read the passage and do the tasks (Questions 12 - 14):', 12, 14],
    ['Đọc đoạn văn sau và trả lời câu hỏi từ 5 đến 8', 5, 8],
    ['Đọc đoạn văn sau và trả lời các câu hỏi từ câu 5 đến câu 8', 5, 8],
    ['Bacalah teks berikut untuk soal nomor 5 sampai dengan 8', 5, 8],
    ['阅读短文，回答第5至8题', 5, 8],
    ['阅读下面的短文，完成5-8小题', 5, 8],
    ['Прочитайте текст, вопросы 5–8', 5, 8],
    ['(using for Number {<1>} – {<2>})', 1, 2],
  ])('are read: %s', (text, first, last) => {
    expect(announcedNumbers(text)).toMatchObject({ first, last });
  });

  it.each([['It took 5 to 8 days.'], ['Questions 8 to 5'], ['From 1914 to 1918'], ['Question 5']])(
    'are none here: %s',
    (text) => {
      expect(announcedNumbers(text)).toBeNull();
    },
  );
});

describe('a shared passage', () => {
  const announced = 'Questions 2 to 3 refer to the following text.';

  it('is kept with each question it is announced for, and with no other', () => {
    const lines = [...question(1), announced, 'Ann and Bob walk.', '', 'They are late.'];
    const all = [...lines, ...question(2), ...question(3), ...question(4)];
    const text = `${announced}\nAnn and Bob walk.\nThey are late.`;
    expect(passages(...all)).toEqual([null, text, text, null]);
    expect(unused(...all)).toEqual([]);
    expect(parseQuiz(sourceOf(...all)).questions[1]?.paragraphs).toEqual([4, 5, 7, 8, 9, 10, 11]);
  });

  it('may open the document, where it is not the title', () => {
    const lines = ['Questions 1–2: read and answer.', 'Ann walks.', ...question(1), ...question(2)];
    const text = 'Questions 1–2: read and answer.\nAnn walks.';
    expect(passages(...lines)).toEqual([text, text]);
    expect(parseQuiz(sourceOf(...lines)).title).toBeNull();
  });

  it('may be a table, and is one in the question', () => {
    const table = tableOf(0, ['Ann', '10'], ['Bob', '12']);
    const quiz = parseQuiz(sourceOf(...question(1), announced, ...table, ...question(2)));
    expect(quiz.questions[1]?.passage?.map(({ type }) => type)).toEqual(['paragraph', 'table']);
  });

  it('stands before the stem that students see', () => {
    const quiz = parseQuiz(sourceOf(...question(1), announced, 'Ann walks.', ...question(2)));
    const [, second] = draftFromParsed(quiz, 'import', 'quiz.docx').questions;
    expect(plainText(second?.stem ?? [])).toBe(`${announced}\nAnn walks.\nWho goes?`);
  });

  it('makes a question of a numbered gap', () => {
    const lines = ['Questions 1–2: fill the gaps.', 'Ann (1) … home and (2) … there.'];
    const gap = (number: number): Line[] => [
      listed('decimal', number, 'A. go'),
      'B. went',
      'Answer: B',
    ];
    const quiz = parseQuiz(sourceOf(...lines, ...gap(1), ...gap(2)));
    expect(outlineOf(quiz)).toEqual(['1 single  | A:go | *B:went', '2 single  | A:go | *B:went']);
    const [, second] = draftFromParsed(quiz, 'import', 'quiz.docx').questions;
    expect(plainText(second?.stem ?? [])).toBe([...lines, '(2)'].join('\n'));
  });

  it('is reported when none of its questions comes', () => {
    const lines = [...question(1), 'Questions 7 to 8 refer to this.', 'Ann walks.', ...question(2)];
    expect(passages(...lines)).toEqual([null, null]);
    expect(unused(...lines)).toEqual([4, 5]);
  });

  it('is not opened by a question that begins with a number', () => {
    const lines = ['Question 1 - 12 men build it?', 'A. Yes', 'B. No', 'Answer: A'];
    const quiz = parseQuiz(
      sourceOf(...lines, 'Question 2 - 15 men?', 'A. Yes', 'B. No', 'Answer: B'),
    );
    expect(quiz.questions).toHaveLength(2);
    expect(quiz.questions.every(({ passage }) => passage === null)).toBe(true);
  });
});

describe('a shared list of options', () => {
  const list = ['Questions 1–3: choose from A–C.', 'A. Oslo', 'B. Bern', 'C. Rome'];

  it('gives its options to each question, each with its own answer line', () => {
    const stems = ['1. Norway', 'Answer: A', '2. Italy', 'Answer: C', '3. Swiss', 'Answer: B'];
    expect(outlineOf(parseQuiz(sourceOf(...list, ...stems)))).toEqual([
      '1 single Norway | *A:Oslo | B:Bern | C:Rome',
      '2 single Italy | A:Oslo | B:Bern | *C:Rome',
      '3 single Swiss | A:Oslo | *B:Bern | C:Rome',
    ]);
    expect(passages(...list, ...stems)[0]).toBe('Questions 1–3: choose from A–C.');
  });

  it('is chosen from by answers listed at the end', () => {
    const lines = [...list, '1. Norway', '2. Italy', '3. Swiss', 'Answers', '1. A 2. C 3. B'];
    expect(outlineOf(parseQuiz(sourceOf(...lines)))).toEqual([
      '1 single Norway | *A:Oslo | B:Bern | C:Rome',
      '2 single Italy | A:Oslo | B:Bern | *C:Rome',
      '3 single Swiss | A:Oslo | *B:Bern | C:Rome',
    ]);
  });

  it('tells no answer by its looks', () => {
    const bold: Line = [{ text: 'A. Oslo', bold: true }];
    const lines = [list[0] ?? '', bold, 'B. Bern', '1. Norway', '2. Italy', '3. Swiss'];
    const { questions } = parseQuiz(sourceOf(...lines));
    expect(questions).toHaveLength(3);
    expect(questions.map(({ diagnostics }) => diagnostics[0]?.code)).toEqual(
      questions.map(() => 'KEY_MISSING'),
    );
  });

  it('is no list where the questions have options of their own', () => {
    const own = [...question(1), ...question(2)];
    expect(outlineOf(parseQuiz(sourceOf(...list, ...own)))).toEqual([
      '1 single Who goes? | A:Ann | *B:Bob',
      '2 single Who goes? | A:Ann | *B:Bob',
    ]);
  });
});
