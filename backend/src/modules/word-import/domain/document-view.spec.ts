import { describe, expect, it } from 'vitest';
import type { SourceParagraph } from './parsed-quiz.js';
import { type DocumentUse, viewDocument } from './document-view.js';

const document: SourceParagraph[] = ['Title', '1. What?', 'A. one', '', 'Stray', 'Page 1'].map(
  (text, index) => ({ index, label: '', text }),
);
const use: DocumentUse = {
  questions: [{ position: 0, paragraphs: [1, 2] }],
  removed: [],
  diagnostics: [
    { code: 'UNCONSUMED_TEXT', paragraph: 4 },
    { code: 'IGNORED_TEXT', paragraph: 5 },
    { code: 'IMAGE_FORMAT', paragraph: 1 },
  ],
};
const statesOf = (change: Partial<DocumentUse> = {}) =>
  viewDocument(document, { ...use, ...change }).map(({ state }) => state);

describe('what became of a paragraph', () => {
  it('is told of each: used, ignored or unresolved', () => {
    expect(statesOf()).toEqual(['used', 'used', 'used', 'ignored', 'unresolved', 'ignored']);
  });

  it('names all questions that were read from it, by their numbers now', () => {
    const questions = [
      { position: 4, paragraphs: [1, 2] },
      { position: 7, paragraphs: [2] },
    ];
    const numbers = viewDocument(document, { ...use, questions }).map((one) => one.questionNos);
    expect(numbers).toEqual([[], [5], [5, 8], [], [], []]);
  });

  it('is ignored when its question was removed by hand', () => {
    expect(statesOf({ questions: [], removed: [1, 2] }).slice(1, 3)).toEqual([
      'ignored',
      'ignored',
    ]);
  });

  it('is unresolved when a part of it is, though a question took the rest', () => {
    expect(statesOf({ diagnostics: [{ code: 'UNCONSUMED_TEXT', paragraph: 2 }] })[2]).toBe(
      'unresolved',
    );
  });

  it('is unresolved all over when the document is no quiz', () => {
    const diagnostics = [{ code: 'NOT_A_QUIZ', paragraph: null }];
    expect(statesOf({ questions: [], diagnostics })).toEqual([
      'unresolved',
      'unresolved',
      'unresolved',
      'ignored',
      'unresolved',
      'unresolved',
    ]);
  });

  it('with a picture and no text is something', () => {
    const pictured = [{ index: 0, label: '', text: '', images: ['ab'] }];
    expect(viewDocument(pictured, use)[0]?.state).toBe('used');
  });
});
