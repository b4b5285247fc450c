import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../database/database.service.js';
import { ATTEMPT_COLUMNS } from '../attempt-row.js';
import type { AdjustmentKind } from './attempt-time.dto.js';
import type { AttemptClock } from '../domain/attempt-clock.js';
import type { LockedAttempt } from '../submission/submission.repository.js';

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
}

@Injectable()
export class AttemptTimeRepository {
  /** Locks the open attempts of a quiz after an id, in the order in which saves lock them; at most `limit`. */
  async lockOpenAttempts(
    tx: Transaction,
    quizId: string,
    afterId: string | null,
    limit: number,
  ): Promise<LockedAttempt[]> {
    return tx.query<LockedAttempt>(
      `SELECT ${ATTEMPT_COLUMNS}, clock_timestamp() AS clock FROM attempts a
       WHERE a.quiz_id = $1::uuid AND a.status = 0 AND ($2::uuid IS NULL OR a.id > $2::uuid)
       ORDER BY a.id LIMIT $3::int FOR UPDATE`,
      [quizId, afterId, limit],
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
                "pausedDeadline" timestamptz)),
       h AS (
         INSERT INTO attempt_adjustments
           (id, attempt_id, kind, by_user_id, at, from_deadline, to_deadline, remaining)
         SELECT id, "attemptId", kind::"AdjustmentKind", "byUserId", at, "fromDeadline",
                "toDeadline", remaining FROM c)
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
