import { describe, expect, it } from 'vitest';
import { listed, sourceOf, type Line } from '../../../../test/docx/source-text.js';
import { outlineOf } from '../../../../test/docx/quiz-outline.js';
import { parseQuiz } from './parse-quiz.js';

const outline = (...lines: Line[]): string[] => outlineOf(parseQuiz(sourceOf(...lines)));

describe('program code in a question', () => {
  it('keeps its comments', () => {
    const lines = ['1. Which line is missing?', 'begin', '// INSERT HERE', 'end', 'A. x', 'B. y'];
    expect(outline(...lines, 'Answer: A')).toEqual([
      '1 single Which line is missing?\nbegin\n// INSERT HERE\nend | *A:x | B:y',
    ]);
  });

  it('belongs to the last option as to those before it, up to an empty line', () => {
    const lines = [
      '1. Which works?',
      'A. run(',
      'now)',
      'B. run(',
      'soon)',
      'C. run(',
      'late)',
      '',
      'Well.',
    ];
    expect(outline(...lines)).toEqual([
      '1 single Which works? | A:run(\nnow) | B:run(\nsoon) | C:run(\nlate) | KEY_MISSING',
    ]);
    const { diagnostics } = parseQuiz(sourceOf(...lines));
    expect(diagnostics.map(({ code, paragraph }) => [code, paragraph])).toEqual([
      ['UNCONSUMED_TEXT', 8],
    ]);
  });
});

describe('options that are letters', () => {
  it('are options where the document numbers its options so', () => {
    const list = (...texts: string[]): Line[] =>
      texts.map((text, index) => listed('decimal', index + 1, text));
    const lines = ['1) Sum?', ...list('5', '7'), '2) Which array?', ...list('a', 'b', 'c')];
    expect(outline(...lines, '3) Product?', ...list('6', '8'))).toEqual([
      '1 single Sum? | 1:5 | 2:7 | KEY_MISSING',
      '2 single Which array? | 1:a | 2:b | 3:c | KEY_MISSING',
      '3 single Product? | 1:6 | 2:8 | KEY_MISSING',
    ]);
  });
});

describe('a heading after a complete question', () => {
  it('ends it: an explanation below is not its own', () => {
    const lines = ['1. Sum?', 'A. 5', 'B. 7', 'Answer: A', 'Part II', 'Explain the sum.'];
    const quiz = parseQuiz(sourceOf(...lines, 'Explanation: at length'));
    expect(quiz.questions.map(({ explanation }) => explanation)).toEqual([null]);
    expect(quiz.diagnostics.map(({ code, paragraph }) => [code, paragraph])).toEqual([
      ['IGNORED_TEXT', 4],
      ['UNCONSUMED_TEXT', 5],
      ['UNCONSUMED_TEXT', 6],
    ]);
  });
});

describe('marks of a question bank', () => {
  it('are left out for a reason, and are no title', () => {
    const lines = ['[<sg>]', '1. Sum?', 'A. 5', 'B. 7', 'Answer: A', '[<br>]', '[<df>]0.4[</df>]'];
    const quiz = parseQuiz(sourceOf(...lines));
    expect(quiz.title).toBeNull();
    expect(quiz.diagnostics.map(({ code, note }) => [code, note])).toEqual([
      ['IGNORED_TEXT', 'RULE'],
      ['IGNORED_TEXT', 'RULE'],
      ['IGNORED_TEXT', 'QUESTION_FIELD'],
    ]);
  });
});

describe('letters right after the number of a question', () => {
  it('are its options, where the document asks for a gap to be filled', () => {
    const lines = ['1. A. go', 'B. went', 'Answer: B', '2. A. is  B. was', 'Answer: A'];
    expect(outline(...lines)).toEqual([
      '1 single  | A:go | *B:went | STEM_MISSING',
      '2 single  | *A:is | B:was | STEM_MISSING',
    ]);
  });

  it('are persons of a dialogue, where other options follow', () => {
    const lines = ['1. A: Ready?', 'B: Yes.', 'What did B say?', 'A. Yes', 'B. No', 'Answer: A'];
    expect(outline(...lines)[0]).not.toContain('| A:Ready?');
  });
});

describe('a number without text', () => {
  it('starts the next question, when its options follow at once', () => {
    const lines = ['1. Sum?', 'A. 5', 'B. 7', 'Answer: A', listed('decimal', 2), 'A. 6', 'B. 8'];
    expect(outline(...lines, 'Answer: B')).toEqual([
      '1 single Sum? | *A:5 | B:7',
      '2 single  | A:6 | *B:8 | STEM_MISSING',
    ]);
  });
});
