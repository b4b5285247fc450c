import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../database/database.service.js';
import { ATTEMPT_COLUMNS, type AttemptRow, type Flag } from '../attempt-row.js';
import type { AnswerValue, SavedAnswers } from '../domain/answers.js';
import type { Receipt } from '../domain/receipt.js';
import type { GradedAnswer } from '../domain/scoring.js';
import type { LaterSave } from '../domain/submit-merge.js';

/** A locked attempt; `clock` is the moment the lock was held, `now` the one the request arrived. */
export type LockedAttempt = AttemptRow & { clock: Date };

/** What closing writes on the attempt. */
export interface ClosedState {
  status: number;
  version: number;
  answers: SavedAnswers;
  currentIndex: number;
  timeSpent: number;
  writer: string | null;
  writerSeq: number;
  writerHash: string | null;
  submittedAt: Date;
  score: number;
  maxScore: number;
  passed: boolean;
  receipt: Receipt;
  flags: Flag[];
}

export interface GradedRow {
  questionId: string;
  value: AnswerValue;
  correct: boolean;
  earned: number;
}

const GRADED = `SELECT question_id AS "questionId", value, correct, points::float8 AS earned
  FROM attempt_answers WHERE attempt_id = $1::uuid`;

@Injectable()
export class SubmissionRepository {
  constructor(private readonly database: Database) {}

  /** Locks the attempt until the transaction ends: saves and other submits wait. */
  async lockAttempt(tx: Transaction, id: string): Promise<LockedAttempt> {
    const [row] = await tx.query<LockedAttempt>(
      `SELECT ${ATTEMPT_COLUMNS}, clock_timestamp() AS clock
       FROM attempts a WHERE a.id = $1::uuid FOR UPDATE`,
      [id],
    );
    if (!row) throw new Error(`attempt ${id} is gone`);
    return row;
  }

  /**
   * Locks up to `most` attempts of a version that are past their deadline and its grace, the longest overdue first.
   * Those locked by others are passed over: whoever holds one is closing it.
   */
  async lockOverdue(
    tx: Transaction,
    versionId: string,
    most: number,
    except: string[],
  ): Promise<LockedAttempt[]> {
    return tx.query<LockedAttempt>(
      `SELECT ${ATTEMPT_COLUMNS}, clock_timestamp() AS clock FROM attempts a
       WHERE a.status = 0 AND a.deadline_at <= now() - interval '15 s'
         AND a.quiz_version_id = $1::uuid AND a.id <> ALL($3::uuid[])
       ORDER BY a.deadline_at LIMIT $2::int FOR UPDATE SKIP LOCKED`,
      [versionId, most, except],
    );
  }

  /** The saves applied after a version, oldest first. */
  async listSavesAfter(tx: Transaction, attemptId: string, version: number): Promise<LaterSave[]> {
    return tx.query<LaterSave>(
      `SELECT client, seq, ARRAY(SELECT jsonb_object_keys(delta)) AS "questionIds"
       FROM attempt_saves WHERE attempt_id = $1::uuid AND version > $2::int ORDER BY version`,
      [attemptId, version],
    );
  }

  /** Adds what was changed otherwise than by a save to the history of saves. */
  async insertSave(
    tx: Transaction,
    save: { attemptId: string; version: number; client: string; seq: number; at: Date },
    delta: SavedAnswers,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO attempt_saves (attempt_id, version, client, seq, at, delta)
       VALUES ($1::uuid, $2::int, $3::uuid, $4::int, $5::timestamptz, $6::jsonb) RETURNING 1 AS done`,
      [
        save.attemptId,
        save.version,
        save.client,
        save.seq,
        save.at.toISOString(),
        JSON.stringify(delta),
      ],
    );
  }

  /** Closes a locked attempt with its first receipt and writes its graded answers, a row a question. */
  async closeAttempt(
    tx: Transaction,
    id: string,
    state: ClosedState,
    graded: readonly GradedAnswer[],
  ): Promise<AttemptRow> {
    await tx.query(
      `INSERT INTO attempt_answers (attempt_id, question_id, value, correct, points)
       SELECT $1::uuid, g."questionId", nullif(g.value, 'null'::jsonb), g.correct, g.earned
       FROM jsonb_to_recordset($2::jsonb)
         AS g("questionId" uuid, value jsonb, correct boolean, earned numeric)
       RETURNING 1 AS done`,
      [id, JSON.stringify(graded)],
    );
    const [row] = await tx.query<AttemptRow>(
      `WITH s AS (SELECT * FROM jsonb_to_record($2::jsonb)
         AS s(status smallint, version int, answers jsonb, "currentIndex" int, "timeSpent" int,
              writer uuid, "writerSeq" int, "writerHash" text, "submittedAt" timestamptz,
              score numeric, "maxScore" numeric, passed boolean, receipt jsonb, flags jsonb)),
       r AS (INSERT INTO receipts (id, attempt_id, number, cause, submitted_at, answers_hash, answered,
                                   score, max_score)
             SELECT (receipt->>'id')::uuid, $1::uuid, 1,
                    (CASE status WHEN 1 THEN 'SUBMITTED' ELSE 'EXPIRED' END)::"ReceiptCause",
                    "submittedAt", receipt->>'answersHash', (receipt->>'answered')::int, score, "maxScore"
             FROM s)
       UPDATE attempts a SET status = s.status, version = s.version, answers = s.answers,
              current_index = s."currentIndex", time_spent = s."timeSpent", writer = s.writer,
              writer_seq = s."writerSeq", writer_hash = s."writerHash",
              submitted_at = s."submittedAt", score = s.score, max_score = s."maxScore",
              passed = s.passed, receipt = s.receipt, flags = s.flags
       FROM s WHERE a.id = $1::uuid RETURNING ${ATTEMPT_COLUMNS}`,
      [id, JSON.stringify(state)],
    );
    if (!row) throw new Error(`attempt ${id} is gone`);
    return row;
  }

  /** Adds to what staff should look at of a locked attempt. */
  async addFlags(tx: Transaction, id: string, flags: readonly Flag[]): Promise<void> {
    await tx.query(
      `UPDATE attempts SET flags = flags || $2::jsonb WHERE id = $1::uuid RETURNING 1 AS done`,
      [id, JSON.stringify(flags)],
    );
  }

  /** The graded answers of a closed attempt. */
  async listGraded(attemptId: string): Promise<GradedRow[]> {
    return this.database.query<GradedRow>({ name: 'attempt-graded', text: GRADED }, [attemptId]);
  }

  /** The same of an attempt that `tx` has locked. */
  async listGradedIn(tx: Transaction, attemptId: string): Promise<GradedRow[]> {
    return tx.query<GradedRow>(GRADED, [attemptId]);
  }
}
