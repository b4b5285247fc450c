import { describe, expect, it } from 'vitest';
import type { AdminQuestion } from '../../../lib/api/generated/types.gen';
import { chosenParagraphs, linkQuestions, type Selection } from './review-selection';

const question = (number: number, paragraphs: number[]) => ({
  number,
  question: {
    id: `question ${number}`,
    source: { importId: '', number: null, text: '', paragraphs },
  } as Partial<AdminQuestion> as AdminQuestion,
});

const selection: Selection = {
  paragraph: null,
  questionId: null,
  problemKey: null,
  origin: 'document',
  jump: false,
};

describe('document and questions', () => {
  const links = linkQuestions([question(1, [0, 2, 3]), question(2, [0, 5, 6])]);

  it('know each other both ways; a shared passage leads to its first question', () => {
    expect(links.questionAt.get(5)?.number).toBe(2);
    expect(links.questionAt.get(0)?.number).toBe(1);
    expect(links.questionAt.has(4)).toBe(false);
    expect(links.byId.get('question 2')?.position).toBe(1);
  });

  it('mark every paragraph of the question chosen, and a stray paragraph alone', () => {
    const chosen = (changes: Partial<Selection>) =>
      [...chosenParagraphs({ ...selection, ...changes }, links)].toSorted((a, b) => a - b);
    expect(chosen({ questionId: 'question 2' })).toEqual([0, 5, 6]);
    expect(chosen({ paragraph: 4 })).toEqual([4]);
    expect(chosen({ paragraph: 4, questionId: 'gone' })).toEqual([4]);
  });
});
