import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../database/database.service.js';
import type { SavedAnswer } from '../domain/answers.js';
import type { KeptLate } from '../domain/late-answers.js';

export type LateState = 'WAITING' | 'ACCEPTED' | 'REFUSED';

/** Late answers as kept: `decidedBy` is null where the quiz's policy decided. */
export interface LateRow extends KeptLate {
  id: string;
  attemptId: string;
  verified: boolean;
  lastChosenAt: Date | null;
  arrivedAt: Date;
  inGrace: boolean;
  state: LateState;
  decidedAt: Date | null;
  decidedBy: string | null;
  /** What accepting them replaced, by question id. */
  replaced: Record<string, SavedAnswer | null> | null;
}

/** With the name of who decided. */
export type LateListRow = LateRow & { deciderName: string | null };

const COLUMNS = `l.id, l.attempt_id AS "attemptId", l.client, l.seq, l.kind::text AS kind, l.verified,
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

  async insert(tx: Transaction, row: LateRow): Promise<void> {
    await tx.query(
      `INSERT INTO late_answers (id, attempt_id, client, seq, kind, verified, last_chosen_at, arrived_at,
         in_grace, answers, state)
       SELECT id, "attemptId", client, seq, kind, verified, "lastChosenAt", "arrivedAt", "inGrace",
              answers, state
       FROM jsonb_to_record($1::jsonb)
         AS l(id uuid, "attemptId" uuid, client uuid, seq int, kind "LateKind", verified boolean,
              "lastChosenAt" timestamptz, "arrivedAt" timestamptz, "inGrace" boolean, answers jsonb,
              state "LateState")
       RETURNING 1 AS done`,
      [JSON.stringify(row)],
    );
  }

  async setState(
    tx: Transaction,
    id: string,
    decision: Pick<LateRow, 'state' | 'decidedBy' | 'replaced'> & { decidedAt: Date },
  ): Promise<void> {
    await tx.query(
      `UPDATE late_answers SET state = $2::"LateState", decided_at = $3::timestamptz,
              decided_by = $4::uuid, replaced = nullif($5::jsonb, 'null'::jsonb)
       WHERE id = $1::uuid RETURNING 1 AS done`,
      [
        id,
        decision.state,
        decision.decidedAt.toISOString(),
        decision.decidedBy,
        JSON.stringify(decision.replaced),
      ],
    );
  }
}
