import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type winston from 'winston';
import type { TestDatabase } from '../../scripts/lib/test-services.mjs';
import { createTestApp } from './app.js';
import { createTestDatabase } from './database.js';
import { createTestRedis } from './redis.js';
import { publishExam, type Exam, type ExamRules } from './exam.js';
import { Student, type Reply, type Send } from './student.js';

/** The API in this process on a database of its own, with students and exams as a test needs them. */
export class Classroom {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly owner: pg.Client,
    readonly database: TestDatabase,
    readonly send: Send,
    readonly redisUrl: string,
  ) {}

  static async open(
    env: Record<string, string> = {},
    logTransport?: winston.transport,
  ): Promise<Classroom> {
    const database = await createTestDatabase();
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const redisUrl = env.REDIS_URL ?? (await createTestRedis());
    const app = await createTestApp({
      database,
      env: { ...env, REDIS_URL: redisUrl },
      ...(logTransport === undefined ? {} : { logTransport }),
    });
    return new Classroom(app, owner, database, injectInto(app), redisUrl);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.owner.end();
    await this.database.drop();
  }

  student(): Promise<Student> {
    return Student.register(this.send);
  }

  /** Somebody who may do what staff may. */
  async teacher(): Promise<Student> {
    const teacher = await this.student();
    await this.owner.query(`UPDATE users SET role = 'ADMIN' WHERE id = $1`, [teacher.id]);
    return teacher;
  }

  exam(rules?: ExamRules): Promise<Exam> {
    return publishExam(this.owner, rules);
  }

  /** A student with an attempt under way. */
  async sitting(rules?: ExamRules) {
    const [exam, student] = [await this.exam(rules), await this.student()];
    const { body: attempt } = await student.start(exam.quizId);
    return { exam, student, attempt };
  }

  /** Moves an attempt's deadline to so many seconds from now by the database's clock. */
  async setDeadline(attemptId: string, seconds: number): Promise<void> {
    await this.owner.query(
      'UPDATE attempts SET deadline_at = now() + make_interval(secs => $2) WHERE id = $1',
      [attemptId, seconds],
    );
  }

  async rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    const { rows } = await this.owner.query(sql, values);
    return rows as T[];
  }

  /** A column of an attempt as it stands in the table. */
  async column<T>(attemptId: string, name: 'answers' | 'flags' | 'version' | 'status'): Promise<T> {
    const [row] = await this.rows<Record<string, T>>(
      `SELECT ${name} AS value FROM attempts WHERE id = $1`,
      [attemptId],
    );
    return row?.value as T;
  }
}

function injectInto(app: NestFastifyApplication): Send {
  return async (method, url, { body, token }): Promise<Reply<unknown>> => {
    const response = await app.inject({
      method,
      url,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    return { status: response.statusCode, body: response.body === '' ? null : response.json() };
  };
}
