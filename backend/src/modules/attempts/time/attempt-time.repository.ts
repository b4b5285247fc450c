import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../database/database.service.js';
import { ATTEMPT_COLUMNS } from '../attempt-row.js';
import type { AdjustmentKind } from './attempt-time.dto.js';
import type { AttemptClock } from '../domain/attempt-clock.js';
import type { LockedAttempt } from '../submission/submission.repository.js';

/** More time that staff give to one attempt or to the open ones of a quiz (`targetId`). */
export interface ExtraTime {
  /** As the client has drawn it. */
  id: string;
  byUserId: string;
  targetId: string;
  seconds: number;
}

/** One change of an attempt's time, for the table and for its history. */
export interface TimeChange {
  id: string;
  attemptId: string;
  kind: AdjustmentKind;
  byUserId: string;
  at: Date;
  from: AttemptClock;
  to: AttemptClock;
  /** Seconds left after it; null: no limit. */
  remaining: number | null;
  /** Of more time: the request that gave it. */
  extraTimeId: string | null;
}

@Injectable()
export class AttemptTimeRepository {
  /** Notes that more time is given; what was noted under its id before stays, and is told by `isNew`. */
  async noteExtraTime(
    tx: Transaction,
    { id, byUserId, targetId, seconds }: ExtraTime,
  ): Promise<ExtraTime & { at: Date; isNew: boolean }> {
    const made = await tx.query(
      `INSERT INTO extra_times (id, by_user_id, target_id, seconds)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4::int) ON CONFLICT (id) DO NOTHING RETURNING 1 AS done`,
      [id, byUserId, targetId, seconds],
    );
    const [noted] = await tx.query<ExtraTime & { at: Date }>(
      `SELECT id, by_user_id AS "byUserId", target_id AS "targetId", seconds, at
       FROM extra_times WHERE id = $1::uuid`,
      [id],
    );
    if (!noted) throw new Error(`extra time ${id} is gone`);
    return { ...noted, isNew: made.length > 0 };
  }

  /** Which attempts were given this extra time. */
  async listGiven(tx: Transaction, extraTimeId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'SELECT attempt_id AS id FROM attempt_adjustments WHERE extra_time_id = $1::uuid',
      [extraTimeId],
    );
    return rows.map(({ id }) => id);
  }

  /** Locks the attempts of a quiz that were open by a moment and still are, after an id, as saves do; at most `limit`. */
  async lockOpenAttempts(
    tx: Transaction,
    { quizId, by }: { quizId: string; by: Date },
    afterId: string | null,
    limit: number,
  ): Promise<LockedAttempt[]> {
    return tx.query<LockedAttempt>(
      `SELECT ${ATTEMPT_COLUMNS}, clock_timestamp() AS clock FROM attempts a
       WHERE a.quiz_id = $1::uuid AND a.submitted_at IS NULL AND a.started_at <= $4::timestamptz
         AND a.id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000')
       ORDER BY a.id LIMIT $3::int FOR UPDATE`,
      [quizId, afterId, limit, by.toISOString()],
    );
  }

  /** Writes new times of locked attempts and their history. The version of an attempt stays: its pages save on. */
  async write(tx: Transaction, changes: readonly TimeChange[]): Promise<void> {
    await tx.query(
      `WITH c AS (
         SELECT * FROM jsonb_to_recordset($1::jsonb)
           AS c(id uuid, "attemptId" uuid, kind text, "byUserId" uuid, at timestamptz,
                "fromDeadline" timestamptz, "toDeadline" timestamptz, remaining float8,
                "deadlineAt" timestamptz, "pausedAt" timestamptz, "pausedBy" uuid,
                "pausedDeadline" timestamptz, "extraTimeId" uuid)),
       h AS (
         INSERT INTO attempt_adjustments
           (id, attempt_id, kind, by_user_id, at, from_deadline, to_deadline, remaining,
            extra_time_id)
         SELECT id, "attemptId", kind::"AdjustmentKind", "byUserId", at, "fromDeadline",
                "toDeadline", remaining, "extraTimeId" FROM c)
       UPDATE attempts a
       SET deadline_at = coalesce(c."deadlineAt", 'infinity'), paused_at = c."pausedAt",
           paused_by = c."pausedBy", paused_deadline = c."pausedDeadline"
       FROM c WHERE a.id = c."attemptId" RETURNING 1 AS done`,
      [JSON.stringify(changes.map(toRecord))],
    );
  }
}

function toRecord({ from, to, ...change }: TimeChange) {
  return {
    ...change,
    ...to,
    fromDeadline: from.pausedAt === null ? from.deadlineAt : from.pausedDeadline,
    toDeadline: to.pausedAt === null ? to.deadlineAt : to.pausedDeadline,
  };
}
