import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.service.js';
import { StatementValues, wayTo } from '../../../database/keyset.js';
import { ATTEMPT_COLUMNS, type AttemptRow } from '../attempt-row.js';
import type { AttemptPosition } from '../attempts.repository.js';

/** An attempt with its student and its quiz's title. */
export type StaffAttemptRow = AttemptRow & {
  title: string;
  studentName: string;
  studentEmail: string;
  historyPruned: boolean;
};

export interface StaffAttemptFilter {
  quizId: string;
  state: 'OPEN' | 'CLOSED' | 'FLAGGED' | null;
}

/** Each is the condition of a partial index. */
const IN_STATE = {
  OPEN: 'a.submitted_at IS NULL',
  CLOSED: 'a.status <> 0',
  FLAGGED: `a.flags <> '[]'`,
};
const STAFF_COLUMNS = `${ATTEMPT_COLUMNS}, q.title, u.name AS "studentName",
  u.email AS "studentEmail", a.history_pruned_at IS NOT NULL AS "historyPruned"`;
const WITH_NAMES = `JOIN quizzes q ON q.id = a.quiz_id JOIN users u ON u.id = a.user_id`;

/** Attempts as staff read them. */
@Injectable()
export class StaffAttemptsRepository {
  constructor(private readonly database: Database) {}

  async quizExists(quizId: string): Promise<boolean> {
    const rows = await this.database.query(
      { name: 'staff-quiz-exists', text: 'SELECT 1 FROM quizzes WHERE id = $1' },
      [quizId],
    );
    return rows.length > 0;
  }

  async findAttempt(id: string): Promise<StaffAttemptRow | null> {
    const [row] = await this.database.query<StaffAttemptRow>(
      {
        name: 'staff-attempt',
        text: `SELECT ${STAFF_COLUMNS} FROM attempts a ${WITH_NAMES} WHERE a.id = $1`,
      },
      [id],
    );
    return row ?? null;
  }

  /** Those begun last first, beside a position, at most `limit`, the nearest to it first; null: the newest. */
  async listAttempts(
    { quizId, state }: StaffAttemptFilter,
    position: AttemptPosition | null,
    limit: number,
  ): Promise<StaffAttemptRow[]> {
    const { name, operator, order } = wayTo(position, 'desc');
    const values = new StatementValues();
    const wanted = [`a.quiz_id = ${values.add(quizId)}`];
    if (state !== null) wanted.push(IN_STATE[state]);
    if (position !== null) {
      const [startedAt, id] = position.at.map((value) => values.add(value));
      wanted.push(`(a.started_at, a.id) ${operator} (${startedAt}, ${id})`);
    }
    return this.database.query(
      {
        // A plan of its own for each: one that fits all of them reads every attempt at the quiz.
        name: `staff-attempts-${name}-${state ?? 'ALL'}`,
        text: `SELECT ${STAFF_COLUMNS} FROM attempts a ${WITH_NAMES}
               WHERE ${wanted.join(' AND ')}
               ORDER BY a.started_at ${order}, a.id ${order} LIMIT ${values.add(limit)}`,
      },
      values.all,
    );
  }
}
