import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../database/database.service.js';
import { StatementValues, wayTo } from '../../database/keyset.js';
import type { Position } from '../../shared/pagination.js';
import { ATTEMPT_COLUMNS, type AttemptRow } from './attempt-row.js';

/** What decides whether, and until when, a student may start another attempt. */
export interface StartFacts {
  used: number;
  lastNumber: number;
  extraTimePercent: number;
  now: Date;
}

export interface NewAttempt {
  id: string;
  userId: string;
  quizId: string;
  versionId: string;
  number: number;
  /** null: no time limit. */
  allowedSeconds: number | null;
  /** null: the quiz does not close. */
  closesAt: Date | null;
}

/** One attempt in a list, with the title of its quiz. */
export interface AttemptListRow {
  id: string;
  quizId: string;
  versionId: string;
  title: string;
  number: number;
  status: number;
  startedAt: Date;
  submittedAt: Date | null;
  deadlineAt: Date | null;
  score: number | null;
  maxScore: number | null;
  passed: boolean | null;
  now: Date;
}

/** A position in the list of one's attempts, newest first: when it was started, and its id. */
export type AttemptPosition = Position<[startedAt: string, id: string]>;

@Injectable()
export class AttemptsRepository {
  constructor(private readonly database: Database) {}

  async findAttempt(id: string): Promise<AttemptRow | null> {
    const [row] = await this.database.query<AttemptRow>(
      { name: 'attempt-find', text: `SELECT ${ATTEMPT_COLUMNS} FROM attempts a WHERE a.id = $1` },
      [id],
    );
    return row ?? null;
  }

  async findOpenAttempt(userId: string, quizId: string): Promise<AttemptRow | null> {
    const [row] = await this.database.query<AttemptRow>(
      {
        name: 'attempt-find-open',
        text: `SELECT ${ATTEMPT_COLUMNS} FROM attempts a
               WHERE a.user_id = $1 AND a.quiz_id = $2 AND a.status = 0`,
      },
      [userId, quizId],
    );
    return row ?? null;
  }

  /** The versions that have open attempts past their deadline and its grace. */
  async findOverdueVersions(): Promise<string[]> {
    const rows = await this.database.query<{ versionId: string }>({
      name: 'attempt-find-overdue-versions',
      text: `SELECT DISTINCT quiz_version_id AS "versionId" FROM attempts
             WHERE status = 0 AND deadline_at <= now() - interval '15 s'`,
    });
    return rows.map(({ versionId }) => versionId);
  }

  /** Of those attempts of one version, up to `most`, the longest overdue first. */
  async findOverdueOf(versionId: string, most: number, except: string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      {
        name: 'attempt-find-overdue-of-version',
        text: `SELECT id FROM attempts
               WHERE status = 0 AND deadline_at <= now() - interval '15 s'
                 AND quiz_version_id = $1 AND id <> ALL($3::uuid[])
               ORDER BY deadline_at LIMIT $2`,
      },
      [versionId, most, except],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Whether any attempt of a quiz is open, or ended by the clock less than so many seconds ago, when what was chosen
   * offline may still come.
   */
  async mayGetAnswers(quizId: string, offlineGraceSeconds: number): Promise<boolean> {
    const [row] = await this.database.query<{ may: boolean }>(
      {
        name: 'attempt-may-get-answers',
        text: `SELECT EXISTS (SELECT 1 FROM attempts WHERE quiz_id = $1 AND submitted_at IS NULL)
                 OR EXISTS (SELECT 1 FROM attempts
                            WHERE quiz_id = $1 AND status = 2
                              AND submitted_at > now() - make_interval(secs => $2)) AS may`,
      },
      [quizId, offlineGraceSeconds],
    );
    return row?.may ?? false;
  }

  /** Extra time for this quiz counts before the one for all quizzes. */
  async getStartFacts(tx: Transaction, userId: string, quizId: string): Promise<StartFacts> {
    const [facts] = await tx.query<StartFacts>(
      `SELECT count(*)::int AS used, coalesce(max(number), 0) AS "lastNumber", now() AS now,
              coalesce((SELECT extra_time_percent FROM accommodations
                        WHERE user_id = $1::uuid AND (quiz_id = $2::uuid OR quiz_id IS NULL)
                        ORDER BY quiz_id NULLS LAST LIMIT 1), 0) AS "extraTimePercent"
       FROM attempts WHERE user_id = $1::uuid AND quiz_id = $2::uuid`,
      [userId, quizId],
    );
    if (!facts) throw new Error('an aggregate without groups returned no row');
    return facts;
  }

  /**
   * Inserts an open attempt whose deadline is set by the database's clock. False when the student has
   * an open one already, or started one with the same number at the same moment.
   */
  async insertAttempt(tx: Transaction, attempt: NewAttempt): Promise<boolean> {
    const inserted = await tx.query<{ id: string }>(
      `INSERT INTO attempts (id, user_id, quiz_id, quiz_version_id, number, deadline_at)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::int,
               coalesce(least(now() + make_interval(secs => $6::float8), $7::timestamptz), 'infinity'))
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        attempt.id,
        attempt.userId,
        attempt.quizId,
        attempt.versionId,
        attempt.number,
        attempt.allowedSeconds,
        attempt.closesAt?.toISOString() ?? null,
      ],
    );
    return inserted.length === 1;
  }

  /** A student's attempts beside a position, at most `limit`, those nearest to it first; null: the newest. */
  async listAttempts(
    userId: string,
    quizId: string | null,
    position: AttemptPosition | null,
    limit: number,
  ): Promise<AttemptListRow[]> {
    const { name, operator, order } = wayTo(position, 'desc');
    const values = new StatementValues();
    const wanted = [`a.user_id = ${values.add(userId)}`];
    if (quizId !== null) wanted.push(`a.quiz_id = ${values.add(quizId)}`);
    if (position !== null) {
      const [startedAt, id] = position.at.map((value) => values.add(value));
      wanted.push(`(a.started_at, a.id) ${operator} (${startedAt}, ${id})`);
    }
    return this.database.query(
      {
        // A plan of its own for each: one that fits all of them reads whatever the student has.
        name: `attempt-list-${name}${quizId === null ? '' : '-of-quiz'}`,
        text: `SELECT a.id, a.quiz_id AS "quizId", a.quiz_version_id AS "versionId",
                      q.title, a.number, a.status,
                      a.started_at AS "startedAt", a.submitted_at AS "submittedAt",
                      CASE WHEN isfinite(a.deadline_at) THEN a.deadline_at END AS "deadlineAt",
                      a.score::float8 AS score, a.max_score::float8 AS "maxScore", a.passed,
                      now() AS now
               FROM attempts a JOIN quizzes q ON q.id = a.quiz_id
               WHERE ${wanted.join(' AND ')}
               ORDER BY a.started_at ${order}, a.id ${order} LIMIT ${values.add(limit)}`,
      },
      values.all,
    );
  }
}
