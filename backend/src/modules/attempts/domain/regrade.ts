import {
  sameValue,
  type AnswerValue,
  type GradableQuestion,
  type SavedAnswers,
} from './answers.js';
import { gradeAttempt, type Grade, type GradedAnswer } from './scoring.js';

type Graded = Pick<GradedAnswer, 'value' | 'correct' | 'earned'>;

/** How the grade of one question changes. */
export interface GradeChange {
  questionId: string;
  before: Graded;
  after: Graded;
}

/** A closed attempt graded anew, with the answers and the version it then has. */
export interface Regrade {
  answers: SavedAnswers;
  version: number;
  grade: Grade;
  /** Only what differs. */
  changes: GradeChange[];
}

const NOTHING: Graded = { value: null, correct: false, earned: 0 };

const show = ({ value, correct, earned }: Graded): Graded => ({ value, correct, earned });

/** Grades a closed attempt with `answers` by the key of `questions`; `graded` is how it stands. */
export function regradeAttempt(
  graded: readonly (Graded & { questionId: string })[],
  quiz: { questions: readonly GradableQuestion[]; passPercent: number },
  answers: SavedAnswers,
  version: number,
): Regrade {
  const grade = gradeAttempt(quiz.questions, answers, quiz.passPercent);
  const before = new Map(graded.map((one) => [one.questionId, one]));
  const changes = grade.answers.flatMap((after) => {
    const was = before.get(after.questionId) ?? NOTHING;
    const same =
      was.correct === after.correct &&
      was.earned === after.earned &&
      sameValue(was.value, after.value);
    return same ? [] : [{ questionId: after.questionId, before: show(was), after: show(after) }];
  });
  return { answers, version, grade, changes };
}

/** What accepting late answers replaces: the saved answer of each of these questions, null where there was none. */
export function replacedBy(
  answers: SavedAnswers,
  questionIds: readonly string[],
): Record<string, SavedAnswers[string] | null> {
  return Object.fromEntries(questionIds.map((id) => [id, answers[id] ?? null]));
}

/**
 * What changes when answers become again what they were before late ones were accepted, for the questions where those
 * still stand. A question that had no answer gets a cleared one, so that the history says so.
 */
export function takeBack(
  answers: SavedAnswers,
  late: { client: string; answers: readonly { questionId: string; value: AnswerValue }[] },
  replaced: Record<string, SavedAnswers[string] | null>,
  at: Date,
): SavedAnswers {
  const standing = late.answers.filter(({ questionId, value }) => {
    const now = answers[questionId];
    return now !== undefined && now.device === late.client && sameValue(now.value, value);
  });
  return Object.fromEntries(
    standing.map(({ questionId }) => [
      questionId,
      replaced[questionId] ?? { value: null, at: at.toISOString(), device: late.client },
    ]),
  );
}
