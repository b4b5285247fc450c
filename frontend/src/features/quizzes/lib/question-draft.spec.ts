import { describe, expect, it } from 'vitest';
import type { AdminQuestion, RichContent } from '../../../lib/api/generated/types.gen';
import { questionRequest, readQuestion, wrongQuestionFields } from './question-draft';

const said = (text: string): RichContent => [
  { type: 'paragraph', children: [{ type: 'text', text }] },
];
const table: RichContent = [{ type: 'table', rows: [] }];

const question: AdminQuestion = {
  id: 'q',
  position: 0,
  type: 'SINGLE_CHOICE',
  stem: said('Which?'),
  explanation: null,
  points: 1,
  options: [
    { id: 'a', content: said('This'), correct: false },
    { id: 'b', content: table, correct: true },
  ],
  acceptedAnswers: [],
  numericAnswer: null,
  source: null,
  edited: false,
  diagnostics: [],
};

describe('a question in its form', () => {
  it('is sent as it was when nothing is changed, tables and all', () => {
    expect(questionRequest(readQuestion(question), question)).toEqual({
      points: 1,
      stem: question.stem,
      explanation: null,
      options: question.options,
    });
  });

  it('takes new options, and the order they are in', () => {
    const draft = readQuestion(question);
    const added = { key: 'new', id: null, text: 'Neither', correct: true };
    const { options } = questionRequest({ ...draft, options: [added, ...draft.options] }, question);
    expect(options?.[0]).toEqual({ content: said('Neither'), correct: true });
    expect(options?.slice(1)).toEqual(question.options);
  });

  it('can be answered by typing instead: one answer a line, or a number with a comma', () => {
    const draft = readQuestion(question);
    expect(
      questionRequest(
        { ...draft, kind: 'SHORT_ANSWER', accepted: ' Oslo\n\nOslo\nChristiania' },
        question,
      ),
    ).toMatchObject({ type: 'SHORT_ANSWER', acceptedAnswers: ['Oslo', 'Christiania'] });
    const number = { ...draft, kind: 'NUMERIC' as const, value: '3,5', tolerance: '0.1' };
    expect(questionRequest(number, question)).toMatchObject({
      type: 'NUMERIC',
      numericAnswer: { value: 3.5, tolerance: 0.1 },
    });
    expect(questionRequest({ ...number, value: '' }, question).numericAnswer).toBeNull();
  });

  it('names each field that cannot be saved', () => {
    const draft = { ...readQuestion(question), kind: 'NUMERIC' as const };
    expect(wrongQuestionFields(draft)).toEqual([]);
    expect(wrongQuestionFields({ ...draft, points: '-1', value: 'many', tolerance: '' })).toEqual([
      'points',
      'value',
      'tolerance',
    ]);
  });
});
