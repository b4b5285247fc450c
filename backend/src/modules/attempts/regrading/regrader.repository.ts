import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.service.js';

/** A closed attempt, as a list of changes names it. */
export interface ClosedAttempt {
  id: string;
  number: number;
  studentName: string;
  studentEmail: string;
}

/** Finds what is to be graded anew. */
@Injectable()
export class RegraderRepository {
  constructor(private readonly database: Database) {}

  /** The versions of a quiz that have closed attempts, oldest first. */
  async findGradedVersions(quizId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      {
        name: 'regrade-versions',
        text: `SELECT v.id FROM quiz_versions v WHERE v.quiz_id = $1
                 AND EXISTS (SELECT 1 FROM attempts a WHERE a.quiz_version_id = v.id AND a.status <> 0)
               ORDER BY v.number`,
      },
      [quizId],
    );
    return rows.map(({ id }) => id);
  }

  async findQuizTitle(quizId: string): Promise<string | null> {
    const [quiz] = await this.database.query<{ title: string }>(
      { name: 'regrade-quiz', text: 'SELECT title FROM quizzes WHERE id = $1' },
      [quizId],
    );
    return quiz?.title ?? null;
  }

  /** Closed attempts of a version in the order of their ids, after one; at most `most`. */
  async listClosed(
    versionId: string,
    after: string | null,
    most: number,
  ): Promise<ClosedAttempt[]> {
    return this.database.query(
      {
        name: 'regrade-attempts',
        text: `SELECT a.id, a.number, u.name AS "studentName", u.email AS "studentEmail"
               FROM attempts a JOIN users u ON u.id = a.user_id
               WHERE a.quiz_version_id = $1 AND a.status <> 0
                 AND a.id > coalesce($2, '00000000-0000-0000-0000-000000000000'::uuid)
               ORDER BY a.id LIMIT $3`,
      },
      [versionId, after, most],
    );
  }
}
