import { describe, expect, it } from 'vitest';
import { sourceOf, type Line } from '../../../../test/docx/source-text.js';
import { plainText } from '../../../shared/content.js';
import type { ImportChoices } from '../../../shared/import-choices.js';
import { readQuiz } from './read-quiz.js';

const styled = (style: string, ...runs: string[]): Line => ({
  runs,
  styleName: `quizmaster ${style}`,
});
const question = (text: string): Line => styled('question', text);
const option = (text: string): Line => styled('option', text);
const field = (text: string): Line => styled('field', text);
const more = (text: string): Line => styled('text', text);

const read = (lines: Line[], choices?: ImportChoices) => readQuiz(sourceOf(...lines), choices);
const small = [question('Which?'), option('one'), option('two'), field('Answer: B')];
const rights = (lines: Line[]) =>
  read(lines).questions.map(({ options }) => options.map(({ correct }) => correct));
const codes = (lines: Line[], choices?: ImportChoices) => {
  const quiz = read(lines, choices);
  const all = [...quiz.diagnostics, ...quiz.questions.flatMap((q) => q.diagnostics)];
  return all.map(({ code, paragraph }) => [code, paragraph]);
};

describe('a document in the styles of the recommended form', () => {
  it('is read by its styles: words that look like labels or keys stay text', () => {
    const quiz = read([
      question('Which? A. x  B. y'),
      more('1. step one'),
      more('Answer: A'),
      option('B) first'),
      option('* second'),
      field('Answer: B'),
    ]);
    expect(quiz.questions.map(({ stem, options }) => [plainText(stem), options.length])).toEqual([
      ['Which? A. x  B. y\n1. step one\nAnswer: A', 2],
    ]);
    expect(rights(small)).toEqual([[false, true]]);
  });

  it('may have its numbers and letters typed', () => {
    const quiz = read([
      question('7. Which?'),
      option('A. one'),
      option('B. two'),
      field('Answer: b'),
    ]);
    const [first] = quiz.questions;
    expect([first?.number, plainText(first?.stem ?? [])]).toEqual(['7', 'Which?']);
    expect(first?.options.map(({ content, correct }) => [plainText(content), correct])).toEqual([
      ['one', false],
      ['two', true],
    ]);
  });

  it('takes an answer written out, and the answer words of other languages', () => {
    expect(rights([...small.slice(0, 3), field('Answer: two')])).toEqual([[false, true]]);
    expect(rights([...small.slice(0, 3), field('Ответ: A')])).toEqual([[true, false]]);
  });

  it.each([
    [[], 'KEY_MISSING'],
    [['Answer: C'], 'KEY_OUT_OF_RANGE'],
    [['Answer: A', 'Answer: B'], 'KEY_CONFLICT'],
    [['Answer: A, B', 'Type: single choice'], 'KEY_CONFLICT'],
  ])('chooses nothing after %j and says %s', (fields, code) => {
    const lines = [...small.slice(0, 3), ...fields.map(field)];
    expect(rights(lines)).toEqual([[false, false]]);
    expect(codes(lines).map(([found]) => found)).toEqual([code]);
  });

  it('reports a field that says nothing it understands', () => {
    expect(codes([...small, field('Colour: blue'), field('Points: many')])).toEqual([
      ['UNCONSUMED_TEXT', 4],
      ['UNCONSUMED_TEXT', 5],
    ]);
  });

  it('leaves out what a teacher chose to leave out', () => {
    const lines = [...small, field('Points: 2')];
    expect(read(lines, { ignoredParagraphs: [4] }).questions[0]?.points).toBeNull();
  });
});

describe('a document that is only partly in those styles', () => {
  it('has its other questions too, in the order of the document', () => {
    const plain: Line[] = ['1. What else?', 'A. this', 'B. that', 'Answer: A'];
    const quiz = read([...plain, '', ...small]);
    expect(quiz.questions.map(({ stem }) => plainText(stem))).toEqual(['What else?', 'Which?']);
    expect(rights([...small, '', ...plain])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('reports what belongs to no question', () => {
    expect(codes([...small, 'A note to myself'])).toEqual([['UNCONSUMED_TEXT', 4]]);
  });
});
