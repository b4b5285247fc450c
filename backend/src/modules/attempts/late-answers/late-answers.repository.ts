import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../database/database.service.js';
import type { LateEntry } from '../domain/late-decision.js';

/** Late answers as kept. */
export interface LateRow extends LateEntry {
  attemptId: string;
  verified: boolean;
  lastChosenAt: Date | null;
  arrivedAt: Date;
  inGrace: boolean;
}

/** With the name of who decided. */
export type LateListRow = LateRow & { deciderName: string | null };

const COLUMNS = `l.id, l.attempt_id AS "attemptId", l.client, l.seq, l.part, l.kind::text AS kind, l.verified,
  l.last_chosen_at AS "lastChosenAt", l.arrived_at AS "arrivedAt", l.in_grace AS "inGrace", l.answers,
  l.state::text AS state, l.decided_at AS "decidedAt", l.decided_by AS "decidedBy", l.replaced`;

/** Answers that came after an attempt was closed by the clock. */
@Injectable()
export class LateAnswersRepository {
  constructor(private readonly database: Database) {}

  /** What is kept of an attempt, in the order it came. */
  async list(attemptId: string): Promise<LateListRow[]> {
    return this.database.query(
      {
        name: 'late-answers-list',
        text: `SELECT ${COLUMNS}, u.name AS "deciderName"
               FROM late_answers l LEFT JOIN users u ON u.id = l.decided_by
               WHERE l.attempt_id = $1 ORDER BY l.arrived_at, l.id`,
      },
      [attemptId],
    );
  }

  /** The same of an attempt that `tx` has locked. */
  async listIn(tx: Transaction, attemptId: string): Promise<LateRow[]> {
    return tx.query(
      `SELECT ${COLUMNS} FROM late_answers l WHERE l.attempt_id = $1::uuid ORDER BY l.arrived_at, l.id`,
      [attemptId],
    );
  }

  /** Writes what is new and what was decided. */
  async write(tx: Transaction, rows: readonly LateRow[]): Promise<void> {
    await tx.query(
      `INSERT INTO late_answers (id, attempt_id, client, seq, part, kind, verified, last_chosen_at, arrived_at,
         in_grace, answers, state, decided_at, decided_by, replaced)
       SELECT id, "attemptId", client, seq, part, kind, verified, "lastChosenAt", "arrivedAt", "inGrace",
              answers, state, "decidedAt", "decidedBy", nullif(replaced, 'null'::jsonb)
       FROM jsonb_to_recordset($1::jsonb)
         AS l(id uuid, "attemptId" uuid, client uuid, seq int, part int, kind "LateKind", verified boolean,
              "lastChosenAt" timestamptz, "arrivedAt" timestamptz, "inGrace" boolean, answers jsonb,
              state "LateState", "decidedAt" timestamptz, "decidedBy" uuid, replaced jsonb)
       ON CONFLICT (id) DO UPDATE
         SET answers = excluded.answers, state = excluded.state, decided_at = excluded.decided_at,
             decided_by = excluded.decided_by, replaced = excluded.replaced
       RETURNING 1 AS done`,
      [JSON.stringify(rows)],
    );
  }
}
