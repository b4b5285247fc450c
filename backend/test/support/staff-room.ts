import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type winston from 'winston';
import type { TestDatabase } from '../../scripts/lib/test-services.mjs';
import { Database } from '../../src/database/database.service.js';
import {
  CatalogueCommands,
  type NewDraft,
  type NewQuestion,
} from '../../src/modules/catalogue/catalogue.api.js';
import type { Diagnostic } from '../../src/shared/diagnostic.js';
import { textContent } from '../../src/shared/content.js';
import { AppProcess } from './app-process.js';
import { createTestApp } from './app.js';
import { createTestDatabase } from './database.js';
import { createTestRedis } from './redis.js';
import { Visitor } from './visitor.js';

/** The API, listening, on a database and a Redis of its own, with admins who make quizzes. */
export class StaffRoom {
  private readonly workers: AppProcess[] = [];

  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly owner: pg.Client,
    readonly database: TestDatabase,
    readonly redisUrl: string,
  ) {}

  static async open(
    env: Record<string, string> = {},
    logTransport?: winston.transport,
  ): Promise<StaffRoom> {
    const database = await createTestDatabase();
    const redisUrl = env.REDIS_URL ?? (await createTestRedis());
    const settings = { RATE_LIMIT_UPLOAD: '1000', ...env, REDIS_URL: redisUrl };
    const app = await createTestApp({
      database,
      env: settings,
      ...(logTransport === undefined ? {} : { logTransport }),
    });
    await app.listen(0, '127.0.0.1');
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    return new StaffRoom(app, await app.getUrl(), owner, database, redisUrl);
  }

  /** A worker of this database and Redis, which forgotten files do not wait for long. */
  async startWorker(env: Record<string, string> = {}): Promise<AppProcess> {
    const worker = await AppProcess.start('worker', {
      DATABASE_URL: this.database.appUrl,
      REDIS_URL: this.redisUrl,
      IMPORT_SWEEP_SECONDS: '1',
      ...env,
    });
    this.workers.push(worker);
    return worker;
  }

  /** Ends the workers at once, whatever they are at. */
  async killWorkers(): Promise<void> {
    for (const worker of this.workers.splice(0)) await worker.end('SIGKILL');
  }

  async close(): Promise<void> {
    for (const worker of this.workers.splice(0)) await worker.end('SIGTERM');
    await this.app.close();
    await this.owner.end();
    await this.database.drop();
  }

  anybody(): Visitor {
    return new Visitor(this.url, '', null);
  }

  student(): Promise<Visitor> {
    return Visitor.register(this.url);
  }

  async admin(): Promise<Visitor> {
    const person = await Visitor.register(this.url);
    await this.owner.query(`UPDATE users SET role = 'ADMIN' WHERE id = $1`, [person.id]);
    return person;
  }

  /** A draft of `admin`, made as the import makes it; its id. */
  async draft(admin: Visitor, draft: Partial<NewDraft> = {}): Promise<string> {
    const commands = this.app.get(CatalogueCommands, { strict: false });
    const whole: NewDraft = {
      ownerId: admin.id,
      categoryId: null,
      title: `Quiz ${randomUUID()}`,
      questions: [choiceQuestion()],
      media: [],
      ...draft,
    };
    return this.app
      .get(Database, { strict: false })
      .transaction((tx) => commands.createDraft(tx, whole));
  }

  async published(admin: Visitor, draft: Partial<NewDraft> = {}): Promise<string> {
    const id = await this.draft(admin, draft);
    const reply = await admin.post(`/api/admin/quizzes/${id}/publish`);
    if (reply.status !== 200) throw new Error(`publish: ${JSON.stringify(reply)}`);
    return id;
  }

  async rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    const { rows } = await this.owner.query(sql, values);
    return rows as T[];
  }
}

/** A question of three options of which these are right; by default the first. */
export function choiceQuestion(stem = 'Which?', right: number[] = [0]): NewQuestion {
  return {
    type: 'SINGLE_CHOICE',
    stem: textContent(stem),
    explanation: null,
    points: 1,
    options: ['one', 'two', 'three'].map((text, index) => ({
      content: textContent(text),
      correct: right.includes(index),
    })),
    answer: null,
    source: { importId: randomUUID(), number: null, text: stem, paragraphs: [] },
    diagnostics: [],
  };
}

export function doubt(code: string, severity: Diagnostic['severity']): Diagnostic {
  return {
    code,
    severity,
    paragraph: null,
    paraId: null,
    questionNo: null,
    excerpt: '',
    message: code,
    note: null,
    noteValues: {},
    suggestedFix: null,
  };
}
