import type { SavedAnswers } from './domain/answers.js';
import type { Receipt } from './domain/receipt.js';

/** `status` in the table. */
export const STATUS = { OPEN: 0, SUBMITTED: 1, EXPIRED: 2 } as const;

/** Something staff should look at, e.g. a submit that met a newer save. */
export type Flag = { code: string } & Record<string, unknown>;

/** One attempt as read from the table; `now` is the database's clock, `deadlineAt` null where there is none. */
export interface AttemptRow {
  id: string;
  userId: string;
  quizId: string;
  versionId: string;
  number: number;
  status: number;
  version: number;
  answers: SavedAnswers;
  currentIndex: number;
  timeSpent: number;
  writer: string | null;
  writerSeq: number;
  writerHash: string | null;
  startedAt: Date;
  savedAt: Date | null;
  submittedAt: Date | null;
  /** While paused: none, or when the quiz closes. */
  deadlineAt: Date | null;
  pausedAt: Date | null;
  /** The user who stopped the clock. */
  pausedBy: string | null;
  /** The deadline that was in force when it was stopped. */
  pausedDeadline: Date | null;
  score: number | null;
  maxScore: number | null;
  passed: boolean | null;
  receipt: Receipt | null;
  flags: Flag[];
  now: Date;
}

/** The columns of `AttemptRow`, of table alias `a`. Neither driver reads 'infinity' as a date, nor a decimal as a number. */
export const ATTEMPT_COLUMNS = `
  a.id, a.user_id AS "userId", a.quiz_id AS "quizId", a.quiz_version_id AS "versionId",
  a.number, a.status, a.version, a.answers, a.current_index AS "currentIndex",
  a.time_spent AS "timeSpent", a.writer, a.writer_seq AS "writerSeq",
  a.writer_hash AS "writerHash", a.started_at AS "startedAt", a.saved_at AS "savedAt",
  a.submitted_at AS "submittedAt",
  CASE WHEN isfinite(a.deadline_at) THEN a.deadline_at END AS "deadlineAt",
  a.paused_at AS "pausedAt", a.paused_by AS "pausedBy",
  CASE WHEN isfinite(a.paused_deadline) THEN a.paused_deadline END AS "pausedDeadline",
  a.score::float8 AS score, a.max_score::float8 AS "maxScore", a.passed, a.receipt, a.flags,
  now() AS now`;
