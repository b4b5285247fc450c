import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WarmUp } from '../../src/cache/warm-up.service.js';
import type { CacheMetricsDto } from '../../src/metrics/cache-metrics.dto.js';
import { createTestRedis } from '../support/redis.js';
import { StaffRoom } from '../support/staff-room.js';
import type { Visitor } from '../support/visitor.js';

let room: StaffRoom;
let admin: Visitor;
let quizId: string;

beforeAll(async () => {
  room = await StaffRoom.open();
  admin = await room.admin();
  quizId = await room.published(admin, { title: 'Once' });
  await kept('/api/categories', room.anybody());
});
afterAll(() => room.close());

/** Resolves once the answer at a path comes from the cache. */
async function kept(path: string, visitor: Visitor): Promise<void> {
  await vi.waitFor(async () => expect(await outcome(path, visitor)).toBe('HIT'), {
    timeout: 10_000,
    interval: 20,
  });
}

async function outcome(path: string, visitor: Visitor): Promise<string | null> {
  return (await visitor.get(path)).headers.get('x-cache');
}

const metrics = async () => (await admin.get<CacheMetricsDto>('/api/metrics/cache')).body;

async function family(name: string) {
  return (await metrics()).families.find((one) => one.name === name);
}

describe('an answer that everybody may see', () => {
  it('is not sent again to whoever has it, until it changes', async () => {
    const path = `/api/quizzes/${quizId}`;
    const anybody = room.anybody();
    const first = await anybody.fetch(path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const ask = (ifNoneMatch: string) =>
      anybody.fetch(path, { headers: { 'if-none-match': ifNoneMatch } });
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask(known);
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(again.headers.get('etag')).toBe(etag);
      expect(again.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    }
    expect((await ask('"other"')).status).toBe(200);
    await admin.patch(`/api/admin/quizzes/${quizId}`, { title: 'Changed' });
    const changed = await ask(etag);
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('says whether it came from the cache', async () => {
    const path = `/api/quizzes?q=${randomUUID()}`;
    expect(await outcome(path, room.anybody())).toBe('MISS');
    expect(await outcome(path, room.anybody())).toBe('HIT');
  });
});

describe('an answer that one person may see', () => {
  it('comes from the cache for that person, and is kept by nobody else', async () => {
    const [one, other] = [await room.student(), await room.student()];
    await kept('/api/auth/me', one);
    const reply = await one.get<{ id: string }>('/api/auth/me');
    expect(reply.body.id).toBe(one.id);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('etag')).toBeNull();
    expect((await other.get<{ id: string }>('/api/auth/me')).body.id).toBe(other.id);
  });
});

describe('a quiz that does not exist', () => {
  it('is asked for once, and seen as soon as it is published', async () => {
    const draft = await room.draft(admin, {});
    const anybody = room.anybody();
    const before = await family('quizzes:detail');
    for (let round = 0; round < 3; round += 1) {
      expect((await anybody.get(`/api/quizzes/${draft}`)).status).toBe(404);
    }
    const after = await family('quizzes:detail');
    expect((after?.hits ?? 0) - (before?.hits ?? 0)).toBe(2);
    await admin.post(`/api/admin/quizzes/${draft}/publish`);
    expect((await anybody.get(`/api/quizzes/${draft}`)).status).toBe(200);
  });
});

describe('what the cache does', () => {
  it('is told to admins by family, and to nobody else', async () => {
    const student = await room.student();
    expect((await student.get('/api/metrics/cache')).status).toBe(403);
    expect((await room.anybody().post('/api/metrics/cache/reset')).status).toBe(401);
    const reset = await admin.post<CacheMetricsDto>('/api/metrics/cache/reset');
    expect(reset.body).toMatchObject({
      scope: 'all',
      total: { hits: 0, misses: 0, hitRate: null },
    });
    const path = `/api/quizzes?q=${randomUUID()}`;
    for (let round = 0; round < 4; round += 1) await room.anybody().get(path);
    const list = await family('quizzes:list');
    expect(list).toMatchObject({ hits: 3, misses: 1, sets: 1, errors: 0, hitRate: 0.75 });
    expect(list?.ttlSeconds).toBe(3600);
    const { connection, latencyMs, total, enabled } = await metrics();
    expect([enabled, connection.state]).toEqual([true, 'up']);
    expect(latencyMs.p50).toBeGreaterThan(0);
    expect(latencyMs.p95).toBeGreaterThanOrEqual(latencyMs.p50 ?? Infinity);
    expect(total.hits).toBeGreaterThanOrEqual(3);
  });

  it('counts what a change has removed, and what is cleared by hand', async () => {
    const path = `/api/quizzes/${quizId}`;
    await kept(path, room.anybody());
    await admin.post('/api/metrics/cache/reset');
    await admin.patch(`/api/admin/quizzes/${quizId}`, { title: 'Changed again' });
    expect(await outcome(path, room.anybody())).toBe('MISS');
    expect((await family('quizzes:detail'))?.deletes).toBe(1);
    const clear = (name: string) =>
      admin.post(`/api/metrics/cache/families/${encodeURIComponent(name)}/clear`);
    expect((await clear('quizzes:detail')).status).toBe(204);
    expect(await outcome(path, room.anybody())).toBe('MISS');
    expect((await clear('no:such')).status).toBe(404);
    expect((await clear('../x')).status).toBe(422);
  });

  it('is the sum of all processes', async () => {
    const redisUrl = await createTestRedis();
    const rooms = [
      await StaffRoom.open({ REDIS_URL: redisUrl }),
      await StaffRoom.open({ REDIS_URL: redisUrl }),
    ];
    try {
      const staff = await Promise.all(rooms.map((one) => one.admin()));
      const read = (index: number) =>
        staff[index]?.get<CacheMetricsDto>('/api/metrics/cache').then(({ body }) => body);
      await vi.waitFor(async () => {
        for (const one of rooms) expect(await outcome('/api/quizzes', one.anybody())).toBe('HIT');
      });
      await read(1);
      const before = await read(0);
      for (const one of rooms) await one.anybody().get('/api/quizzes');
      await read(1);
      const after = await read(0);
      expect((after?.total.hits ?? 0) - (before?.total.hits ?? 0)).toBe(2);
      // What the others counted before they hear of it does not come back.
      await rooms[1]?.anybody().get('/api/quizzes');
      await staff[0]?.post('/api/metrics/cache/reset');
      await read(1);
      expect((await read(0))?.total).toMatchObject({ hits: 0, misses: 0 });
    } finally {
      for (const one of rooms) await one.close();
    }
  });
});

describe('after a start', () => {
  it('what is read most is there before anybody asks', async () => {
    const student = await room.student();
    await student.post(`/api/quizzes/${quizId}/attempts`);
    await admin.patch(`/api/admin/quizzes/${quizId}`, { title: 'Forgotten' });
    const warmUp = room.app.get(WarmUp);
    warmUp.start();
    await warmUp.done();
    for (const path of [
      '/api/categories',
      '/api/quizzes?sort=title&limit=24',
      `/api/quizzes/${quizId}`,
    ]) {
      expect([path, await outcome(path, room.anybody())]).toEqual([path, 'HIT']);
    }
  });
});
