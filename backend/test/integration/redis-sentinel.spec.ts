import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { freePort } from '../../scripts/lib/ports.mjs';
import { longQuiz } from '../docx/long-quiz.js';
import { AppProcess } from '../support/app-process.js';
import { SentinelGroup } from '../support/redis-sentinels.js';
import { StaffRoom } from '../support/staff-room.js';
import { accepted, importOf } from '../support/uploads.js';
import { Visitor } from '../support/visitor.js';
import { loadSharedConfig } from '../../src/config/load-config.js';
import { RedisConnections } from '../../src/redis/redis-connections.js';
import type { HealthDto } from '../../src/health/health.dto.js';

/** What Redis may cost, with room for a machine that does ten things at once. */
const ANSWERED_WITHIN_MS = 1_000;
/** Of one who asks again and again: not to take the processor from those who are to recover. */
const PACE_MS = 10;
const SOON = { timeout: 25_000, interval: 20 };

let group: SentinelGroup;
let room: StaffRoom;
let api: AppProcess;
let worker: AppProcess;
let url: string;

beforeAll(async () => {
  [group, room] = await Promise.all([SentinelGroup.start(), StaffRoom.open()]);
  const env = {
    ...group.env,
    DATABASE_URL: room.database.appUrl,
    // Longer than this test: what is done came by the queue.
    IMPORT_SWEEP_SECONDS: '600',
    RATE_LIMIT_REGISTER: '1000',
    SHUTDOWN_DRAIN_SECONDS: '2',
  };
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  [api, worker] = await Promise.all([
    AppProcess.start('main', { ...env, JWT_SECRET: 'x'.repeat(32), PORT: `${port}` }),
    AppProcess.start('worker', env),
  ]);
});
afterAll(async () => {
  await Promise.all([api.end('SIGKILL'), worker.end('SIGKILL')]);
  await room.close();
  await group.stop();
});

async function isHealthy(): Promise<void> {
  const visitor = new Visitor(url, '', null);
  await vi.waitFor(async () => {
    expect((await visitor.get<HealthDto>('/api/health')).body.status).toBe('healthy');
  }, SOON);
}

/** Uploads until a file has been taken by the worker, which without sweeps hears of it by the queue alone. */
async function goesThroughTheQueue(admin: Visitor): Promise<void> {
  await vi.waitFor(async () => {
    const id = await accepted(admin, longQuiz(1));
    await vi.waitFor(async () => expect((await importOf(admin, id)).state).not.toBe('PENDING'), {
      timeout: 5_000,
      interval: 20,
    });
  }, SOON);
}

it('when a primary is lost, the API serves on, and the worker goes on with the one that takes its place', async () => {
  const admin = await Visitor.register(url);
  await room.owner.query(`UPDATE users SET role = 'ADMIN' WHERE id = $1`, [admin.id]);
  await isHealthy();
  await goesThroughTheQueue(admin);
  const { body: list } = await admin.get('/api/quizzes');

  let over = false;
  const asked: { ms: number; status: number }[] = [];
  const asking = (async () => {
    // On a slow machine the fail-over is over first.
    while (!over || asked.length <= 50) {
      const begin = performance.now();
      const reply = await admin.get('/api/quizzes');
      asked.push({ ms: performance.now() - begin, status: reply.status });
      expect(reply.body).toEqual(list);
      await delay(PACE_MS);
    }
  })();
  asking.catch(() => undefined);
  group.primary.signal('SIGKILL');
  const successor = await vi.waitFor(() => group.successor(), SOON);
  await isHealthy();
  over = true;
  await asking;

  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter(({ status }) => status !== 200)).toEqual([]);
  expect(Math.max(...asked.map(({ ms }) => ms))).toBeLessThan(ANSWERED_WITHIN_MS);
  await goesThroughTheQueue(admin);
  expect((await successor.redis.keys('{quizmaster-queue}*')).length).toBeGreaterThan(0);
}, 90_000);

// Last: sentinels that were frozen trust themselves for half a minute no longer to fail over.
it('after all of it was frozen, the sentinels as well, it is in use again by itself', async () => {
  const env = { ...group.env, DATABASE_URL: 'postgres://none' };
  const connections = new RedisConnections(loadSharedConfig(env));
  const cache = connections.guarded('cache', { onAway: () => undefined });
  const becomes = (state: string) =>
    vi.waitFor(() => expect(connections.states().cache.state).toBe(state), SOON);
  cache.connect();
  await becomes('closed');
  group.signal('SIGSTOP');
  try {
    await cache.attempt((redis) => redis.ping());
    await becomes('open');
    // Long enough to give the connection up, and then to be told again to while the sentinels are asked.
    await vi.waitFor(() => expect(cache.client.status).toBe('connecting'), SOON);
    const asking = performance.now();
    await vi.waitFor(() => expect(performance.now() - asking).toBeGreaterThan(4_000), SOON);
  } finally {
    group.signal('SIGCONT');
  }
  await becomes('closed');
  cache.disconnect();
});
