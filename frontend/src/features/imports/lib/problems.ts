import type {
  AdminQuestion,
  Diagnostic,
  ImportChoices,
} from '../../../lib/api/generated/types.gen';
import { listChoices, sameChoices } from './choices';

/** A question as the review shows it; `number` is the one a student will see. */
export interface ReviewedQuestion {
  number: number;
  question: AdminQuestion;
}

/** Something in doubt, with the question it is about, if it is about one. */
export interface Problem {
  key: string;
  diagnostic: Diagnostic;
  /** The paragraph to show: where the doubt is, else where its question begins. */
  paragraph: number | null;
  questionId: string | null;
  questionNumber: number | null;
}

/** Problems of one kind that one click would mend. */
export interface ProblemGroup {
  key: string;
  problems: readonly Problem[];
  first: Problem;
}

export type Severity = Diagnostic['severity'];
export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** What of the document and of its questions is in doubt: the gravest first, then as the document runs. */
export function collectProblems(
  ofDocument: readonly Diagnostic[],
  questions: readonly ReviewedQuestion[],
): Problem[] {
  const problems = [
    ...ofDocument.map((diagnostic) => problemOf(diagnostic, null)),
    ...questions.flatMap((item) =>
      item.question.diagnostics.map((diagnostic) => problemOf(diagnostic, item)),
    ),
  ];
  return withKeys(problems.toSorted((a, b) => rank(a) - rank(b) || place(a) - place(b)));
}

/** A key stays with its problem when others are settled. */
function withKeys(problems: readonly Problem[]): Problem[] {
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const { diagnostic, paragraph, questionId } = problem;
    const base = `${diagnostic.code} ${questionId ?? 'document'} ${paragraph ?? ''}`;
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return { ...problem, key: `${base} ${times}` };
  });
}

function problemOf(diagnostic: Diagnostic, item: ReviewedQuestion | null): Problem {
  return {
    key: '',
    diagnostic,
    paragraph: diagnostic.paragraph ?? item?.question.source?.paragraphs[0] ?? null,
    questionId: item?.question.id ?? null,
    questionNumber: item?.number ?? null,
  };
}

const rank = ({ diagnostic }: Problem) => SEVERITIES.indexOf(diagnostic.severity);
const place = ({ paragraph }: Problem) => paragraph ?? -1;

/** Problems of the same code and the same fix belong together, in the order of the first of each. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup & { problems: Problem[] }>();
  for (const problem of problems) {
    const { code, severity } = problem.diagnostic;
    const key = `${severity} ${code} ${JSON.stringify(fixesOf(problem))}`;
    const group = groups.get(key);
    if (group) group.problems.push(problem);
    else groups.set(key, { key, problems: [problem], first: problem });
  }
  return [...groups.values()];
}

/** The choices about the whole document that would mend a problem, the likeliest first. */
export function fixesOf({ diagnostic }: Problem): ImportChoices[] {
  const suggested = { ...diagnostic.suggestedFix, ignoredParagraphs: undefined };
  const isSaid = listChoices(suggested).length > 0;
  const tries = diagnostic.code === 'NOT_A_QUIZ' ? TRIES : [];
  const fixes = [...(isSaid ? [suggested] : []), ...trusts(diagnostic), ...tries];
  return fixes.filter(
    (one, index) => fixes.findIndex((other) => sameChoices(one, other)) === index,
  );
}

/** Where no question was found, what most often helps to find them. */
const TRIES: readonly ImportChoices[] = [
  { questionsStartAt: 'headings' },
  { questionsStartAt: 'bold' },
  { optionsAre: 'bullets' },
  { optionsAre: 'lines' },
];

const TRUSTED_BY_SIGN: Readonly<Record<string, NonNullable<ImportChoices['trust']>>> = {
  'the answer line': 'answerLine',
  'the mark': 'mark',
  'the list of answers': 'answerList',
};

/** Where two signs differ, the teacher may know which of them is to be trusted. */
function trusts({ note, noteValues }: Diagnostic): ImportChoices[] {
  if (note !== 'SIGNS_DIFFER') return [];
  const signs = [noteValues.first, noteValues.second].filter((sign) => sign !== undefined);
  return signs.map((sign) => ({ trust: TRUSTED_BY_SIGN[sign] ?? 'looks' }));
}

/** The paragraphs to leave out that would settle a problem; none where that would be no help. */
export function ignorable({ diagnostic, questionId }: Problem): number[] {
  const suggested = diagnostic.suggestedFix?.ignoredParagraphs;
  if (suggested) return suggested;
  const isStray = questionId === null && diagnostic.severity !== 'info';
  return isStray && diagnostic.paragraph !== null ? [diagnostic.paragraph] : [];
}

export function countBySeverity(problems: readonly Problem[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { diagnostic } of problems) counts[diagnostic.severity] += 1;
  return counts;
}

/** Whether a person may put it aside: a doubt about a question that does not hold the quiz back. */
export function canDismiss({ diagnostic, questionId }: Problem): boolean {
  return questionId !== null && diagnostic.severity !== 'error';
}
