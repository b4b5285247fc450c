import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../scripts/lib/test-services.mjs';
import { Database } from '../../src/database/database.service.js';
import { runInContext } from '../../src/logger/request-context.js';
import { createTestApp } from '../support/app.js';
import { createTestDatabase } from '../support/database.js';
import { LogLines } from '../support/log-lines.js';

const THRESHOLD_MS = 60;
const SLOW = { name: 'test-slow', text: 'SELECT pg_sleep($1), $2::text AS value' };
const CANARY = 'canary-value';
const lines = new LogLines();
const slow = () => lines.of('slow query');

let database: TestDatabase;
let app: NestFastifyApplication;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await createTestApp({
    database,
    // One connection: the second request has to wait for the first.
    env: { DATABASE_SLOW_QUERY_MS: String(THRESHOLD_MS), DATABASE_POOL_MAX: '1' },
    logTransport: lines.transport,
  });
  db = app.get(Database, { strict: false });
});
beforeEach(() => lines.clear());
afterAll(async () => {
  await app.close();
  await database.drop();
});

const inRequest = <T>(requestId: string, work: () => Promise<T>) =>
  runInContext({ requestId }, work);

describe('a statement that takes long', () => {
  it('is logged with its template and its request, and without its values', async () => {
    await inRequest('one', () => db.query(SLOW, [0.1, CANARY]));
    const [line] = slow();
    expect(line).toMatchObject({
      level: 'warn',
      requestId: 'one',
      context: { statement: SLOW.name, sql: SLOW.text, failed: false },
    });
    expect(line?.duration).toBeGreaterThanOrEqual(100);
    expect(JSON.stringify(slow())).not.toContain(CANARY);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['on behalf of several', () => db.queryGroup({ ...SLOW, name: 'in-group' }, [0.1, CANARY])],
    [
      'of Prisma',
      async () =>
        await db.prisma.$queryRaw`SELECT pg_sleep(${0.1})::text, ${CANARY}::text AS value`,
    ],
    [
      'in a transaction',
      () => db.transaction((tx) => tx.query('SELECT pg_sleep($1)::text', [0.1])),
    ],
  ])('is logged wherever it comes from: %s', async (_where, ask) => {
    await inRequest('two', ask);
    expect(slow()).toMatchObject([{ requestId: 'two', context: { failed: false } }]);
    expect(JSON.stringify(slow())).not.toContain(CANARY);
  });

  it('is logged when it fails', async () => {
    const failing = "SELECT 1 / CASE WHEN pg_sleep($1)::text = '' THEN $2::int END";
    const asked = inRequest('three', () => db.query({ name: 'fails', text: failing }, [0.1, 0]));
    await expect(asked).rejects.toThrow();
    expect(slow()).toMatchObject([{ context: { sql: failing, failed: true } }]);
  });

  it('is told of the request it serves, and waiting for a connection is not its time', async () => {
    const ask = (requestId: string) => inRequest(requestId, () => db.query(SLOW, [0.1, CANARY]));
    await Promise.all([ask('first'), ask('second')]);
    expect(slow().map(({ requestId }) => requestId)).toEqual(['first', 'second']);
    expect(slow()[1]?.duration).toBeLessThan(200);
  });
});

it('a quick statement leaves no line', async () => {
  await db.query({ name: 'quick', text: 'SELECT 1' });
  expect(slow()).toEqual([]);
});
