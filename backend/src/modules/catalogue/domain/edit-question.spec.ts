import { describe, expect, it } from 'vitest';
import { textContent } from '../../../shared/content.js';
import {
  applyChange,
  diagnosticsAfter,
  type Editable,
  mismatches,
  type QuestionChange,
} from './edit-question.js';

const option = (id: string, text: string, correct = false) => ({
  id,
  content: textContent(text),
  correct,
});
const question: Editable = {
  type: 'SINGLE_CHOICE',
  stem: textContent('Which?'),
  explanation: null,
  points: 1,
  options: [option('a', 'one'), option('b', 'two')],
  answer: null,
};
const typed: Editable = { ...question, type: 'SHORT_ANSWER', options: [] };
const codes = [
  'KEY_CONFLICT',
  'OPTIONS_TOO_FEW',
  'DUPLICATE_OPTION',
  'OPTION_EMPTY',
  'LABEL_GAP',
  'STEM_MISSING',
  'MATH_UNSUPPORTED',
];

/** The codes that are left of all. */
function left(before: Editable, change: QuestionChange): string[] {
  const after = applyChange(before, change);
  return diagnosticsAfter(
    codes.map((code) => ({ code })),
    before,
    after,
  ).map(({ code }) => code);
}

describe('a change by hand', () => {
  it('leaves what it does not name', () => {
    expect(applyChange(question, { points: 2 })).toEqual({ ...question, points: 2 });
    expect(applyChange(question, { stem: textContent('Who?') })).toEqual({
      ...question,
      stem: textContent('Who?'),
    });
  });

  it('makes the type fit the right options', () => {
    const both = [option('a', 'one', true), option('b', 'two', true)];
    expect(applyChange(question, { options: both }).type).toBe('MULTIPLE_CHOICE');
    const one = [option('a', 'one', true), option('b', 'two')];
    const multiple: Editable = { ...question, type: 'MULTIPLE_CHOICE' };
    expect(applyChange(multiple, { options: one }).type).toBe('SINGLE_CHOICE');
    expect(applyChange(multiple, { options: one, type: 'MULTIPLE_CHOICE' }).type).toBe(
      'MULTIPLE_CHOICE',
    );
  });

  it('of the type drops what the new type cannot have', () => {
    const keyed: Editable = { ...typed, answer: { accepted: ['Paris'] } };
    expect(applyChange(question, { type: 'SHORT_ANSWER' }).options).toEqual([]);
    expect(applyChange(keyed, { type: 'NUMERIC' }).answer).toBeNull();
    expect(applyChange(keyed, { points: 3 }).answer).toEqual({ accepted: ['Paris'] });
  });

  it('takes a text without anything to see for none', () => {
    expect(applyChange(question, { stem: textContent('  ') }).stem).toEqual([]);
    const picture = { type: 'image' as const, media: 'm' };
    const stem = [{ type: 'paragraph' as const, children: [picture] }];
    expect(applyChange(question, { stem }).stem).toEqual(stem);
  });

  it('that names an answer of another kind of question is noticed', () => {
    const wrong: [Editable, QuestionChange][] = [
      [question, { acceptedAnswers: ['x'] }],
      [question, { numericAnswer: { value: 1, tolerance: 0 } }],
      [typed, { options: question.options }],
      [typed, { numericAnswer: { value: 1, tolerance: 0 } }],
    ];
    for (const [before, change] of wrong) {
      expect(mismatches(change, applyChange(before, change))).toBe(true);
    }
    const change: QuestionChange = { type: 'NUMERIC', numericAnswer: { value: 1, tolerance: 0 } };
    expect(mismatches(change, applyChange(question, change))).toBe(false);
  });
});

describe('what the import doubted', () => {
  it('about the key is settled by a key, however it is given', () => {
    const keyed = [option('a', 'one', true), option('b', 'two')];
    expect(left(question, { options: keyed })).not.toContain('KEY_CONFLICT');
    expect(left(typed, { acceptedAnswers: ['Paris'] })).not.toContain('KEY_CONFLICT');
    const numeric: Editable = { ...typed, type: 'NUMERIC' };
    expect(left(numeric, { numericAnswer: { value: 2, tolerance: 0.1 } })).not.toContain(
      'KEY_CONFLICT',
    );
  });

  it('about the key stays while only the wording changes', () => {
    const reworded = [option('a', 'eins'), option('b', 'zwei')];
    expect(left(question, { options: reworded })).toContain('KEY_CONFLICT');
    expect(left(typed, { acceptedAnswers: [] })).toContain('KEY_CONFLICT');
    const keyed: Editable = {
      ...question,
      options: [option('a', 'one', true), option('b', 'two')],
    };
    expect(left(keyed, { stem: textContent('Who?') })).toContain('KEY_CONFLICT');
  });

  it('about the options is told again from new options, and stays with the old', () => {
    const fine = [
      option('a', 'one'),
      option('b', 'two'),
      { content: textContent('three'), correct: false },
    ];
    expect(left(question, { options: fine })).toEqual(['KEY_CONFLICT', 'MATH_UNSUPPORTED']);
    const twice = [option('a', 'one'), option('b', 'one'), option('c', '')];
    expect(left(question, { options: twice })).toEqual([
      'KEY_CONFLICT',
      'DUPLICATE_OPTION',
      'OPTION_EMPTY',
      'MATH_UNSUPPORTED',
    ]);
    expect(left(question, { options: [option('a', 'one')] })).toContain('OPTIONS_TOO_FEW');
    expect(left({ ...question, stem: [] }, { points: 2 })).toEqual(codes);
  });
});
