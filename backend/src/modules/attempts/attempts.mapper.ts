import type { PublishedVersion } from '../catalogue/catalogue.api.js';
import { STATUS, type AttemptRow } from './attempt-row.js';
import type {
  AttemptDto,
  AttemptStatus,
  AttemptSummaryDto,
  ResultDto,
  ReviewDto,
} from './attempts.dto.js';
import type { AttemptListRow } from './attempts.repository.js';
import { secondsLeft } from './domain/attempt-clock.js';
import { remainingSeconds } from './domain/deadline.js';
import { reviewAllowed } from './domain/review-policy.js';
import type { GradedRow } from './submission.repository.js';

type Question = PublishedVersion['questions'][number];

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

/** Whether the key may be shown now to the student of this attempt. */
export function mayReview(row: AttemptRow, version: PublishedVersion): boolean {
  return reviewAllowed({
    policy: version.reviewPolicy,
    attemptOpen: row.status === STATUS.OPEN,
    closesAt: version.closesAt,
    now: row.now,
  });
}

/** The result of a closed attempt; `included`: it counts all that the request for it carried. */
export function toResult(row: AttemptRow, version: PublishedVersion, included: boolean): ResultDto {
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
    reviewAvailable: mayReview(row, version),
    receipt,
    included,
  };
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
