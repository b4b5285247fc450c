import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startOwnRedis, type OwnRedis } from '../../scripts/lib/test-services.mjs';
import { openApiDocument } from '../../src/http/openapi.js';
import { sha256Hex } from '../../src/shared/hash.js';
import { createTestApp } from '../support/app.js';
import { Classroom } from '../support/classroom.js';
import { answer, mutation } from '../support/student.js';

/** Answers about the process that gives them, which differ by what they are for. */
const ABOUT_THE_PROCESS =
  /^\/api\/(events|health|health\/ready|metrics\/.*|admin\/(database|rate-limits).*)$/;
/** What is another one each time it is asked for, by name. */
const VOLATILE = /"(requestId|remainingSeconds)":("[^"]*"|-?\d+|null)/g;

const AT_ONCE = 10;

const settings = { JWT_SECRET: randomUUID().repeat(2) };

let redis: OwnRedis;
let room: Classroom;
let paths: string[];
let people: Record<string, string | undefined>;
const apps: NestFastifyApplication[] = [];

/** Another process of the same instance. */
async function anotherApp(env: Record<string, string>): Promise<NestFastifyApplication> {
  const app = await createTestApp({
    database: room.database,
    env: { ...settings, REDIS_URL: redis.url, ...env },
  });
  apps.push(app);
  return app;
}

async function upload(token: string): Promise<{ importId: string; batchId: string }> {
  await room.app.listen(0, '127.0.0.1');
  const headers = { authorization: `Bearer ${token}` };
  const send = async (path: string, init: RequestInit) => {
    const reply = await fetch(new URL(path, await room.app.getUrl()), init);
    return (await reply.json()) as Record<string, string>;
  };
  const batch = await send('/api/imports/batches', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ fileCount: 1 }),
  });
  const sample = await room.app.inject({ url: '/api/imports/sample.docx', headers });
  const form = new FormData();
  form.set('batchId', batch.batchId ?? '');
  form.set('file', new Blob([Uint8Array.from(sample.rawPayload)]), 'quiz.docx');
  const accepted = await send('/api/quizzes/import', { method: 'POST', headers, body: form });
  return { importId: accepted.importId ?? '', batchId: batch.batchId ?? '' };
}

/** Every route that is read, of an instance where each has something to tell; and some that have nothing. */
async function seed(): Promise<void> {
  const teacher = await room.teacher();
  const { exam, student, attempt: open } = await room.sitting({ timeLimitSeconds: 3600 });
  const second = await room.exam({ reviewPolicy: 'AFTER_CLOSE', closesInSeconds: 3600 });
  const finish = async (quiz: typeof exam) => {
    const { body: attempt } = await student.start(quiz.quizId);
    const answers = [answer(quiz.single, quiz.single.right)];
    return (await student.submit(attempt.id, mutation({ answers }))).body;
  };
  const [done, hidden] = [await finish(await room.exam()), await finish(second)];
  await teacher.post('/api/categories', { name: 'Geography' });
  const { importId, batchId } = await upload(teacher.token);
  const mediaId = randomUUID();
  await room.owner.query(
    `INSERT INTO media (id, owner_id, quiz_id, sha256, mime, width, height, bytes)
     VALUES ($1, $2, $3, 'none', 'image/png', 1, 1, '\\x89504e47')`,
    [mediaId, teacher.id, exam.quizId],
  );
  people = { anonymous: undefined, student: student.token, teacher: teacher.token };
  const ids: [RegExp, string[]][] = [
    [/quizzes\/\{id\}/, [exam.quizId, second.quizId, randomUUID()]],
    [/media\/\{id\}/, [mediaId]],
    [/imports\/batches\/\{id\}/, [batchId]],
    [/(imports|jobs)\/\{id\}/, [importId]],
    [/attempts\/\{id\}/, [open.id, done.attemptId, hidden.attemptId, randomUUID()]],
  ];
  paths = allRoutes().flatMap((route) => {
    if (!route.includes('{id}')) return [route.replace('{receiptId}', done.receipt.id)];
    const found = ids.find(([pattern]) => pattern.test(route));
    if (!found) throw new Error(`say here what ${route} is asked about`);
    return found[1].map((id) => route.replace('{id}', id).replace('{receiptId}', done.receipt.id));
  });
  const lists = ['sort=title', 'limit=1', 'category=geography', 'q=exam', 'limit=zero'];
  paths.push(...lists.map((query) => `/api/quizzes?${query}`));
}

function allRoutes(): string[] {
  return Object.entries(openApiDocument(room.app).paths).flatMap(([path, { get }]) =>
    get === undefined || ABOUT_THE_PROCESS.test(path) ? [] : [path],
  );
}

/** What everybody is answered on every path, and how many answers came from the cache. */
async function walk(
  app: NestFastifyApplication,
): Promise<{ answers: Record<string, string>; hits: number }> {
  const answers: Record<string, string> = {};
  let hits = 0;
  const asks = Object.entries(people).flatMap(([who, token]) =>
    paths.map((path) => async () => {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const reply = await app.inject({ url: path, headers });
      const type = String(reply.headers['content-type']);
      const body = type.includes('json')
        ? reply.body.replaceAll(VOLATILE, '"$1":0')
        : sha256Hex(reply.rawPayload);
      answers[`${who} ${path}`] = `${reply.statusCode} ${type}\n${body}`;
      if (reply.headers['x-cache'] === 'HIT') hits += 1;
    }),
  );
  for (let from = 0; from < asks.length; from += AT_ONCE) {
    await Promise.all(asks.slice(from, from + AT_ONCE).map((ask) => ask()));
  }
  return { answers, hits };
}

beforeAll(async () => {
  redis = await startOwnRedis();
  room = await Classroom.open({ ...settings, REDIS_URL: redis.url });
  await seed();
});
afterAll(async () => {
  for (const app of apps) await app.close();
  await room.close();
  await redis.stop();
});

/** Resolves once values are kept again. */
async function cached(app: NestFastifyApplication): Promise<void> {
  await vi.waitFor(
    async () => {
      const reply = await app.inject({ url: '/api/categories' });
      expect(reply.headers['x-cache']).toBe('HIT');
    },
    { timeout: 10_000, interval: 20 },
  );
}

describe('every answer that can be read', () => {
  let expected: Record<string, string>;
  beforeAll(async () => {
    expected = (await walk(await anotherApp({ CACHE_ENABLED: 'false' }))).answers;
  });

  it('is there for somebody: the walk meets more than refusals', () => {
    const told = allRoutes().filter((route) => {
      const pattern = new RegExp(`^\\w+ ${route.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
      return Object.entries(expected).some(
        ([name, reply]) => pattern.test(name) && reply.startsWith('200'),
      );
    });
    expect(told).toEqual(allRoutes());
  });

  it('is the same to the byte with the cache on, whether it is there or not', async () => {
    const app = await anotherApp({});
    await cached(app);
    expect((await walk(app)).answers).toEqual(expected);
    const second = await walk(app);
    expect(second.answers).toEqual(expected);
    // Lists and pages of quizzes and the categories for all three; accounts, a result, the editor's quizzes.
    expect(second.hits).toBeGreaterThan(25);
  });

  it('is the same with the cache on for half of the keys', async () => {
    const app = await anotherApp({ CACHE_ROLLOUT_PERCENT: '50' });
    expect((await walk(app)).answers).toEqual(expected);
    const { answers, hits } = await walk(app);
    expect(answers).toEqual(expected);
    expect(hits).toBeGreaterThan(3);
  });

  it.each([
    ['killed', () => redis.kill(), () => redis.restart()],
    ['frozen', () => Promise.resolve(redis.freeze()), () => Promise.resolve(redis.thaw())],
  ])('is the same with Redis %s, and when it is back', async (_, away, back) => {
    const app = await anotherApp({});
    await cached(app);
    await away();
    try {
      expect((await walk(app)).answers).toEqual(expected);
    } finally {
      await back();
    }
    await cached(app);
    expect((await walk(app)).answers).toEqual(expected);
  });

  it("never holds another's secrets: what one is told is told to nobody else", async () => {
    const [one, other] = [await room.student(), await room.student()];
    const [app = room.app] = apps.slice(-1);
    const canary = 'canary-of-the-first';
    await room.owner.query('UPDATE users SET name = $2 WHERE id = $1', [one.id, canary]);
    people = { one: one.token, other: other.token, anonymous: undefined };
    for (let round = 0; round < 2; round += 1) {
      const { answers } = await walk(app);
      const holders = Object.entries(answers).filter(([, body]) => body.includes(canary));
      expect(holders.map(([name]) => name)).toEqual(['one /api/auth/me']);
    }
  });
});
