import type { PublishedVersion } from '../catalogue/catalogue.api.js';
import { STATUS, type AttemptRow } from './attempt-row.js';
import type {
  AttemptDto,
  AttemptStatus,
  AttemptSummaryDto,
  ReceiptEntryDto,
  ResultDto,
  ReviewDto,
} from './attempts.dto.js';
import type { AttemptListRow } from './attempts.repository.js';
import { secondsLeft } from './domain/attempt-clock.js';
import { offlineGraceEnd, remainingSeconds } from './domain/deadline.js';
import { reviewAllowed } from './domain/review-policy.js';
import type { Outcome, ReceiptEntry } from './submission/outcome.repository.js';
import type { GradedRow } from './submission/submission.repository.js';

type Question = PublishedVersion['questions'][number];

/** `status` of the table as the API says it. */
export function statusName(status: number): AttemptStatus {
  if (status === STATUS.OPEN) return 'OPEN';
  return status === STATUS.SUBMITTED ? 'SUBMITTED' : 'EXPIRED';
}

function timeLeft(row: { status: number; deadlineAt: Date | null; now: Date }): number | null {
  return row.status === STATUS.OPEN ? remainingSeconds(row.deadlineAt, row.now) : 0;
}

/** The pause of an open attempt; null while its clock runs. */
export function toPause(row: AttemptRow): AttemptDto['paused'] {
  if (row.status !== STATUS.OPEN || row.pausedAt === null) return null;
  return {
    at: row.pausedAt.toISOString(),
    byStaff: row.pausedBy !== row.userId,
    remainingSeconds: secondsLeft(row, row.now),
  };
}

/** The attempt as its student sees it: written out field by field, so that no key can slip in. */
export function toAttempt(row: AttemptRow, version: PublishedVersion): AttemptDto {
  return {
    id: row.id,
    quiz: { id: row.quizId, title: version.title },
    number: row.number,
    status: statusName(row.status),
    version: row.version,
    answers: row.answers,
    currentQuestionIndex: row.currentIndex,
    timeSpent: row.timeSpent,
    startedAt: row.startedAt.toISOString(),
    savedAt: row.savedAt?.toISOString() ?? null,
    deadlineAt: row.deadlineAt?.toISOString() ?? null,
    remainingSeconds: row.pausedAt === null ? timeLeft(row) : null,
    paused: toPause(row),
    pauseAllowed: version.pauseAllowed,
    questions: version.questions.map((question) => ({
      id: question.id,
      type: question.type,
      stem: question.stem,
      points: question.points,
      options: question.options.map(({ id, content }) => ({ id, content })),
    })),
  };
}

/** Until when a result may still change by what a device kept while offline; null: it is final, or there is none. */
export function provisionalUntil(
  row: { status: number; deadlineAt: Date | null; now: Date },
  version: PublishedVersion,
): Date | null {
  if (row.status !== STATUS.EXPIRED) return null;
  const end = offlineGraceEnd(row.deadlineAt, version.offlineGraceSeconds);
  return end !== null && row.now < end ? end : null;
}

/**
 * Whether the key may be shown now to the student of this attempt, as far as its own time and its quiz's rules say.
 * Never while answers may still come: they could be copied from it.
 */
export function mayReview(row: AttemptRow, version: PublishedVersion): boolean {
  if (provisionalUntil(row, version) !== null) return false;
  return reviewAllowed({
    policy: version.reviewPolicy,
    attemptOpen: row.status === STATUS.OPEN,
    closesAt: version.closesAt,
    offlineGraceSeconds: version.offlineGraceSeconds,
    now: row.now,
  });
}

/**
 * Whether the result of a closed attempt changes only by what somebody does to this very attempt: neither by time nor,
 * as where the key is shown once the quiz is closed, by what others do.
 */
export function isLasting(row: AttemptRow, version: PublishedVersion): boolean {
  return provisionalUntil(row, version) === null && version.reviewPolicy !== 'AFTER_CLOSE';
}

/** The result of a closed attempt; `included`: it counts all that the request for it carried. */
export function toResult(
  row: AttemptRow,
  version: PublishedVersion,
  outcome: Outcome,
  { reviewAvailable, included }: { reviewAvailable: boolean; included: boolean },
): ResultDto {
  const { receipt, submittedAt, score, maxScore, passed } = row;
  if (!receipt || !submittedAt || score === null || maxScore === null || passed === null) {
    throw new Error(`attempt ${row.id} is closed without a result`);
  }
  return {
    attemptId: row.id,
    quiz: { id: row.quizId, title: version.title },
    number: row.number,
    status: statusName(row.status),
    startedAt: row.startedAt.toISOString(),
    submittedAt: submittedAt.toISOString(),
    score,
    maxScore,
    passPercent: version.passPercent,
    passed,
    questionCount: version.questions.length,
    answeredCount: receipt.answered,
    reviewAvailable,
    provisionalUntil: provisionalUntil(row, version)?.toISOString() ?? null,
    late: toLateState(outcome.late),
    receipt,
    receipts: outcome.receipts.map(toReceiptEntry),
    regrades: outcome.regrades.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    included,
  };
}

/** JSON made by Postgres writes times with its own offset. */
export function toReceiptEntry(entry: ReceiptEntry): ReceiptEntryDto {
  return { ...entry, submittedAt: new Date(entry.submittedAt).toISOString() };
}

/** What waits for a decision comes first, then what was decided last. */
function toLateState(late: Outcome['late']): ResultDto['late'] {
  const [last] = [...late].sort((a, b) => (b.decidedAt ?? '').localeCompare(a.decidedAt ?? ''));
  if (!last) return null;
  const state = late.some((one) => one.state === 'WAITING') ? 'WAITING' : last.state;
  const names = { WAITING: 'waiting', ACCEPTED: 'accepted', REFUSED: 'refused' } as const;
  const ofState = late.filter((one) => one.state === state).flatMap(({ answers }) => answers);
  const questions = new Set(ofState.map(({ questionId }) => questionId));
  return { state: names[state], answers: questions.size };
}

function acceptedAnswers({ answer }: Question): string[] {
  if (answer === null) return [];
  if ('accepted' in answer) return answer.accepted;
  const { value, tolerance } = answer;
  return [tolerance === 0 ? String(value) : `${value} ± ${tolerance}`];
}

/** The questions with their key, beside what the student answered. */
export function toReview(
  attemptId: string,
  version: PublishedVersion,
  graded: readonly GradedRow[],
): ReviewDto {
  const byQuestion = new Map(graded.map((answer) => [answer.questionId, answer]));
  return {
    attemptId,
    questions: version.questions.map((question) => {
      const answer = byQuestion.get(question.id);
      return {
        id: question.id,
        type: question.type,
        stem: question.stem,
        explanation: question.explanation,
        points: question.points,
        earned: answer?.earned ?? 0,
        correct: answer?.correct ?? false,
        value: answer?.value ?? null,
        acceptedAnswers: acceptedAnswers(question),
        options: question.options.map(({ id, content, correct, feedback }) => ({
          id,
          content,
          correct,
          feedback,
        })),
      };
    }),
  };
}

export function toSummary(row: AttemptListRow): AttemptSummaryDto {
  return {
    id: row.id,
    quiz: { id: row.quizId, title: row.title },
    number: row.number,
    status: statusName(row.status),
    startedAt: row.startedAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    remainingSeconds: timeLeft(row),
    score: row.score,
    maxScore: row.maxScore,
    passed: row.passed,
  };
}
