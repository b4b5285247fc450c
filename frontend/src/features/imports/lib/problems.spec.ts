import { describe, expect, it } from 'vitest';
import type { AdminQuestion, Diagnostic } from '../../../lib/api/generated/types.gen';
import {
  collectProblems,
  countBySeverity,
  fixesOf,
  groupProblems,
  ignorable,
  type ReviewedQuestion,
} from './problems';

const diagnostic = (changes: Partial<Diagnostic>): Diagnostic => ({
  code: 'KEY_MISSING',
  severity: 'error',
  paragraph: 0,
  paraId: null,
  questionNo: null,
  excerpt: '',
  message: '',
  note: null,
  noteValues: {},
  suggestedFix: null,
  ...changes,
});

const stray = (paragraph: number) =>
  diagnostic({ code: 'UNCONSUMED_TEXT', severity: 'warning', paragraph });

const question = (number: number, diagnostics: Diagnostic[]): ReviewedQuestion => ({
  number,
  question: {
    id: `question ${number}`,
    source: { importId: '', number: null, text: '', paragraphs: [number * 10] },
    diagnostics,
  } as Partial<AdminQuestion> as AdminQuestion,
});

describe('the problems of an import', () => {
  it('begin with what holds the quiz back, each with a place in the document', () => {
    const problems = collectProblems(
      [stray(25), diagnostic({ code: 'IGNORED_TEXT', severity: 'info', paragraph: 1 })],
      [
        question(3, [diagnostic({ paragraph: null })]),
        question(2, [diagnostic({ paragraph: 21 })]),
      ],
    );
    expect(problems.map(({ diagnostic: { code }, paragraph }) => [code, paragraph])).toEqual([
      ['KEY_MISSING', 21],
      ['KEY_MISSING', 30],
      ['UNCONSUMED_TEXT', 25],
      ['IGNORED_TEXT', 1],
    ]);
    expect(countBySeverity(problems)).toEqual({ error: 2, warning: 1, info: 1 });
    expect(problems[0]?.questionNumber).toBe(2);
  });

  it('are one group where one click mends them all', () => {
    const fix = { correctLooks: ['bold' as const] };
    const problems = collectProblems(
      [stray(1), stray(2)],
      [1, 2, 3].map((number) =>
        question(number, [diagnostic({ suggestedFix: number < 3 ? fix : null })]),
      ),
    );
    const groups = groupProblems(problems);
    expect(groups.map((group) => group.problems.length)).toEqual([2, 1, 2]);
    expect(groups.map(({ first }) => fixesOf(first))).toEqual([[fix], [], []]);
  });

  it('offer to trust either sign where two differ', () => {
    const [conflict] = collectProblems(
      [
        diagnostic({
          note: 'SIGNS_DIFFER',
          noteValues: { first: 'the answer line', second: 'bold type' },
          suggestedFix: { trust: 'answerLine' },
        }),
      ],
      [],
    );
    expect(conflict && fixesOf(conflict)).toEqual([{ trust: 'answerLine' }, { trust: 'looks' }]);
  });

  it('offer ways to try where no question was found', () => {
    const [none] = collectProblems([diagnostic({ code: 'NOT_A_QUIZ', paragraph: null })], []);
    expect(none && fixesOf(none)).toContainEqual({ questionsStartAt: 'headings' });
  });

  it('offer to leave out what belongs to no question, and nothing that does', () => {
    const [ofQuestion, ofDocument] = collectProblems([stray(4)], [question(1, [diagnostic({})])]);
    expect(ofQuestion && ignorable(ofQuestion)).toEqual([]);
    expect(ofDocument && ignorable(ofDocument)).toEqual([4]);
  });
});
