import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.service.js';
import { ATTEMPT_COLUMNS, type AttemptRow } from '../attempt-row.js';

/** An attempt with its student and its quiz's title. */
export type StaffAttemptRow = AttemptRow & {
  title: string;
  studentName: string;
  studentEmail: string;
  historyPruned: boolean;
};

/** A position in the list of a quiz's attempts, those begun last first. */
export interface StaffAttemptPosition {
  startedAt: string;
  id: string;
}

export interface StaffAttemptFilter {
  quizId: string;
  state: 'OPEN' | 'CLOSED' | 'FLAGGED' | null;
}

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

  /** After a position; at most `limit`. */
  async listAttempts(
    { quizId, state }: StaffAttemptFilter,
    after: StaffAttemptPosition | null,
    limit: number,
  ): Promise<StaffAttemptRow[]> {
    return this.database.query(
      {
        name: 'staff-attempts',
        text: `SELECT ${STAFF_COLUMNS} FROM attempts a ${WITH_NAMES}
               WHERE a.quiz_id = $1
                 AND CASE $2::text WHEN 'OPEN' THEN a.status = 0 WHEN 'CLOSED' THEN a.status <> 0
                       WHEN 'FLAGGED' THEN a.flags <> '[]' ELSE true END
                 AND ($3::timestamptz IS NULL OR (a.started_at, a.id) < ($3, $4::uuid))
               ORDER BY a.started_at DESC, a.id DESC LIMIT $5`,
      },
      [quizId, state, after?.startedAt ?? null, after?.id ?? null, limit],
    );
  }
}
