import { describe, expect, it } from 'vitest';
import { plainText } from '../../../shared/content.js';
import { outlineOf } from '../../../../test/docx/quiz-outline.js';
import { listed, sourceOf, tableOf, type Line } from '../../../../test/docx/source-text.js';
import { parseQuiz } from './parse-quiz.js';

const outline = (...lines: Line[]): string[] => outlineOf(parseQuiz(sourceOf(...lines)));
const choice = (n: number): string[] => [`${n}. Which?`, 'A. x', 'B. y', 'Answer: A'];
const asked = (n: number): string => `${n} single Which? | *A:x | B:y`;

describe('numbered options that are letters', () => {
  it('are options where an answer line ends them', () => {
    const lines = ['Question 1: Who may receive?', '1. A, B', '2. B, C', '3. A', 'Answer: 2'];
    expect(outline(...lines, 'Question 2: Which?', '1. x', '2. y', 'Answer: 1')).toEqual([
      '1 single Who may receive? | 1:A, B | *2:B, C | 3:A',
      '2 single Which? | *1:x | 2:y',
    ]);
  });

  it('are a list of answers after the last question', () => {
    const lines = ['1. Which?', 'A. x', 'B. y', '2. Who?', 'A. x', 'B. y', '1. A', '2. B'];
    expect(outline(...lines)).toEqual([
      '1 single Which? | *A:x | B:y',
      '2 single Who? | A:x | *B:y',
    ]);
  });
});

const right = ['a. milk', 'b. honey', 'c. wool'];
const left = ['1. bee', '2. sheep', '3. cow'];
const options = (key: string): string =>
  ['a:milk', 'b:honey', 'c:wool'].map((one) => (one.startsWith(key) ? `*${one}` : one)).join(' | ');
const matched = (keys: string): string[] =>
  ['bee', 'sheep', 'cow'].map((one, at) => {
    const key = keys.charAt(at);
    return `${at + 1} single ${one} | ${options(key)}${key === '-' ? ' | KEY_MISSING' : ''}`;
  });

describe('a matching exercise', () => {
  it.each([
    'Answer: 1-b, 2-c, 3-a',
    '1b 2c 3a',
    '1 → b; 3 → a; 2 → c',
    'Key: (1) b (2) c (3) a',
    'Answer: bee – honey; sheep – wool; cow – milk',
  ])('is one question for each numbered item, with pairs as its key: %s', (key) => {
    expect(outline('Matching:', ...left, ...right, key, ...choice(4))).toEqual([
      ...matched('bca'),
      asked(4),
    ]);
  });

  it('may have its lists side by side, on one line or in a table', () => {
    const pairs = ['1-b, 2-c, 3-a'];
    const columns = left.map((one, at) => `${one}\t${right[at] ?? ''}`);
    expect(outline('Matching:', 'Column A\tColumn B', ...columns, ...pairs)).toEqual(
      matched('bca'),
    );
    const lines = [left.join('   '), right.join('   ')];
    expect(outline('Matching:', ...lines, ...pairs)).toEqual(matched('bca'));
    const rows = left.map((one, at) => [one, right[at] ?? '']);
    const table = tableOf(0, ['Column A', 'Column B'], ...rows);
    expect(outline('Matching:', ...table, ...pairs)).toEqual(matched('bca'));
    const lists = ['bee', 'sheep', 'cow'].map((one, at) => listed('decimal', at + 1, one));
    const letters = ['milk', 'honey', 'wool'].map((one, at) => listed('lowerLetter', at + 1, one));
    expect(outline('Matching:', ...lists, ...letters, ...pairs)).toEqual(matched('bca'));
  });

  it('may have its pairs line by line, and says of each question what it was', () => {
    const quiz = parseQuiz(
      sourceOf('Nối cột A với cột B', ...left, ...right, 'Đáp án', '1 - b', '2 - c', '3 - a'),
    );
    expect(outlineOf(quiz)[0]).toBe(`1 single Nối cột A với cột B\nbee | ${options('b')}`);
    expect(quiz.questions.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual(
      left.map(() => ['MATCHING_SPLIT']),
    );
    expect(quiz.diagnostics).toEqual([]);
  });

  it('may have its pairs in the list of answers', () => {
    const lines = ['5. Who?', 'A. x', 'B. y', 'Matching:', ...left, ...right];
    expect(outline(...lines, 'Answers', '5. B', '1. b', '2. c', '3. a')).toEqual([
      '5 single Who? | A:x | *B:y',
      ...matched('bca'),
    ]);
  });

  it('has no key where none is given, only in part, or not to be understood', () => {
    expect(outline('Matching:', ...left, ...right)).toEqual(matched('---'));
    expect(outline('Matching:', ...left, ...right, 'Answer: 1-b, 2-c')).toEqual(matched('bc-'));
    const codes = (key: string): string[] =>
      parseQuiz(sourceOf('Matching:', ...left, ...right, key)).questions.flatMap((question) =>
        question.options.some(({ correct }) => correct)
          ? ['chosen']
          : question.diagnostics.map(({ code }) => code),
      );
    expect(codes('Answer: b, c, a')).not.toContain('chosen');
    expect(codes('Answer: 1-b, 2-c, 9-a')).not.toContain('chosen');
    expect(codes('Answer: 1-b, 1-c, 3-a, 2-z')).toContain('KEY_CONFLICT');
  });

  it('is left alone where lettered options choose among its pairs', () => {
    const lines = ['Match the following columns', ...left, 'a. milk', 'b. honey', 'c. wool'];
    const read = outline('4. ' + (lines[0] ?? ''), ...lines.slice(1), 'A. 1-b, 2-c', 'B. 1-a, 2-b');
    expect(read.join()).not.toContain('bee |');
  });
});

describe('a section of essays', () => {
  it.each([
    ['三、简答题（每题5分）', '1. 说明。', '2. 比较。'],
    ['PHẦN II. TỰ LUẬN', '1. 说明。', '2. 比较。'],
    ['B. Tự luận (4 điểm)', '1. 说明。', '2. 比较。'],
    ['Essay questions', '1. 说明。', '2. 比较。'],
    ['Part C: Long answer questions', '2. 说明。', '3. 比较。'],
  ])('has typed questions that wait for a person: %s', (heading, first, second) => {
    const read = outline(...choice(1), heading, first, second).map((line) => line.slice(2));
    expect(read).toEqual([
      'single Which? | *A:x | B:y',
      'short 说明。 | ESSAY_UNMARKED',
      'short 比较。 | ESSAY_UNMARKED',
    ]);
  });

  it('explains by the answers it gives, which count for nothing', () => {
    const lines = ['Essay', '1. Tell.', 'a) Who came?', 'b) Why?', 'Answer: Nobody came.', 'Rain.'];
    const quiz = parseQuiz(sourceOf(...choice(1), ...lines, '2. Say more.'));
    const [, essay] = quiz.questions;
    expect(essay).toMatchObject({ type: 'SHORT_ANSWER', answer: null, options: [] });
    expect(plainText(essay?.stem ?? [])).toBe('Tell.\na) Who came?\nb) Why?');
    expect(plainText(essay?.explanation ?? [])).toBe('Answer: Nobody came.\nRain.');
    expect(quiz.questions).toHaveLength(3);
  });

  it('does not keep the answers listed for other questions from them', () => {
    const lines = ['1. Which?', 'A. x', 'B. y', '2. Who?', 'A. x', 'B. y', 'II. Essay', '1. Tell.'];
    expect(outline(...lines, 'Answer key', '1. A', '2. B')).toEqual([
      '1 single Which? | *A:x | B:y',
      '2 single Who? | A:x | *B:y',
      '1 short Tell. | ESSAY_UNMARKED',
    ]);
  });

  it('ends at the next section, and is none among the answers or alone', () => {
    const lines = ['Essay', '1. Tell.', 'Part II. Choices', ...choice(1)];
    expect(outline(...lines)).toEqual(['1 short Tell. | ESSAY_UNMARKED', asked(1)]);
    const answers = ['Hướng dẫn chấm', 'II. Tự luận', '1. Tell of this.', '2. Tell of that.'];
    expect(outline(...choice(1), ...answers)).toEqual([asked(1)]);
    expect(outline('Essay', '1. Tell.', '2. Say.')).toEqual([]);
    const option = ['1. What is it?', 'A. Poem', 'B. Essay', ...choice(2)];
    expect(outline(...option)).toHaveLength(2);
  });
});
