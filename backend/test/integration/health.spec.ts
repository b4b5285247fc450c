import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type OwnRedis, startOwnRedis } from '../../scripts/lib/test-services.mjs';
import type { HealthDto } from '../../src/health/health.dto.js';
import { StaffRoom } from '../support/staff-room.js';

let redis: OwnRedis;
let room: StaffRoom;

beforeAll(async () => {
  redis = await startOwnRedis();
  room = await StaffRoom.open({ REDIS_URL: redis.url });
});
afterAll(async () => {
  await room.close();
  await redis.stop();
});

const health = (path = '/api/health') => room.anybody().get<HealthDto>(path);

function becomes(status: HealthDto['status']): Promise<void> {
  return vi.waitFor(async () => expect((await health()).body.status).toBe(status), {
    timeout: 20_000,
    interval: 50,
  });
}

describe('the health of the API', () => {
  it('is told with each service and how long it took, and kept by no cache', async () => {
    await becomes('healthy');
    const reply = await health();
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    const up = { status: 'up', since: expect.any(String) as unknown };
    expect(reply.body).toEqual({
      status: 'healthy',
      uptimeSeconds: expect.any(Number) as unknown,
      services: {
        database: { status: 'up', latencyMs: expect.any(Number) as unknown },
        cache: { status: 'up', latencyMs: expect.any(Number) as unknown },
      },
      redis: { cache: up, limits: up, events: up, queue: up },
    });
    expect((await health('/api/health/live')).body).toEqual({ status: 'up' });
    expect((await health('/api/health/ready')).status).toBe(200);
  });

  it.each([
    ['stopped', () => redis.kill(), () => redis.restart()],
    ['frozen', () => Promise.resolve(redis.freeze()), () => Promise.resolve(redis.thaw())],
  ])('is degraded, still ready and soon answered while Redis is %s', async (_, away, back) => {
    await away();
    try {
      const begin = performance.now();
      const reply = await health('/api/health/ready');
      expect(performance.now() - begin).toBeLessThan(1_000);
      expect(reply).toMatchObject({
        status: 200,
        body: {
          status: 'degraded',
          services: { cache: { status: 'down', latencyMs: null } },
          redis: { limits: { status: 'down' }, queue: { status: 'down' } },
        },
      });
    } finally {
      await back();
    }
    await becomes('healthy');
  });

  it('is unhealthy and not ready without the database, though alive', async () => {
    const lost = await StaffRoom.open({ CACHE_ENABLED: 'false' });
    try {
      const name = new URL(lost.database.ownerUrl).pathname.slice(1);
      // Nobody gets in any more, and who was in is put out.
      await lost.owner.query(`REVOKE CONNECT ON DATABASE ${name} FROM PUBLIC`);
      await lost.owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = $1 AND pid <> pg_backend_pid()`,
        [name],
      );
      const visitor = lost.anybody();
      const ready = await visitor.get<HealthDto>('/api/health/ready');
      expect(ready).toMatchObject({
        status: 503,
        body: { status: 'unhealthy', services: { database: { status: 'down' } } },
      });
      expect((await visitor.get('/api/health/live')).status).toBe(200);
    } finally {
      await lost.close();
    }
  });
});
