import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestApp } from '../support/app.js';
import { Classroom } from '../support/classroom.js';
import { EventListener } from '../support/event-listener.js';
import { createTestRedis } from '../support/redis.js';
import type { Student } from '../support/student.js';

const JWT_SECRET = 'one secret for all instances of a test';
const SOON = { timeout: 5_000 };
/** Nothing listens there. */
const NO_REDIS = 'redis://127.0.0.1:1';

let room: Classroom;
let teacher: Student;
let url: string;
let other: NestFastifyApplication;
let otherUrl: string;

beforeAll(async () => {
  room = await Classroom.open({ JWT_SECRET });
  await room.app.listen(0, '127.0.0.1');
  url = await room.app.getUrl();
  other = await createTestApp({ database: room.database, env: { JWT_SECRET } });
  await other.listen(0, '127.0.0.1');
  otherUrl = await other.getUrl();
  teacher = await room.teacher();
});
afterAll(async () => {
  await other.close();
  await room.close();
});

const extend = (attemptId: string) =>
  teacher.patch(`/api/admin/attempts/${attemptId}/time`, {
    requestId: randomUUID(),
    extraSeconds: 300,
  });

describe('the stream of events', () => {
  it('tells a student at once of extra time, at whichever process the page listens', async () => {
    const { student, attempt } = await room.sitting({ timeLimitSeconds: 600 });
    const pages = [
      await EventListener.open(url, student.token),
      await EventListener.open(otherUrl, student.token),
    ];
    const stranger = await EventListener.open(url, (await room.student()).token);
    await extend(attempt.id);
    for (const page of pages) {
      await vi.waitFor(() => expect(page.heard('attempt-time')).toHaveLength(1), SOON);
      expect(page.heard('attempt-time')[0]?.data).toMatchObject({
        attemptId: attempt.id,
        status: 'OPEN',
        change: 'EXTRA_TIME',
        addedSeconds: 300,
        paused: null,
      });
      expect(page.heard('attempt-time')[0]?.data.remainingSeconds).toBeGreaterThan(890);
    }
    expect(stranger.heard('attempt-time')).toEqual([]);
    await Promise.all([...pages, stranger].map((page) => page.leave()));
  });

  it('is open to proxies and to any Last-Event-ID, and begins by saying that it is there', async () => {
    const { token } = await room.student();
    const page = await EventListener.open(url, token, { 'last-event-id': '{"x": %zz}' });
    expect(page.response.status).toBe(200);
    expect(page.response.headers.get('content-type')).toContain('text/event-stream');
    expect(page.response.headers.get('x-accel-buffering')).toBe('no');
    expect(page.response.headers.get('cache-control')).toBe('no-store');
    await vi.waitFor(() => expect(page.heard('ready')).toHaveLength(1), SOON);
    await page.leave();
  });

  it('is not held open for a request that only asks for its headers', async () => {
    const { token } = await room.student();
    for (let times = 0; times < 6; times += 1) {
      const headers = { authorization: `Bearer ${token}` };
      const asked = await fetch(`${url}/api/events`, { method: 'HEAD', headers });
      expect(asked.status).toBe(200);
      expect(asked.headers.get('content-type')).toContain('text/event-stream');
    }
    const page = await EventListener.open(url, token);
    expect(page.response.status).toBe(200);
    await page.leave();
  });

  it('is only for those whose token comes in the header', async () => {
    const { token } = await room.student();
    expect((await fetch(`${url}/api/events`)).status).toBe(401);
    expect((await fetch(`${url}/api/events?token=${token}`)).status).toBe(401);
    const both = await fetch(`${url}/api/events?token=${token}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(both.status).toBe(422);
  });

  it('is refused to the sixth page of a user, until one of the others is gone', async () => {
    const [{ token }, { token: anothers }] = [await room.student(), await room.student()];
    const pages = [];
    for (let count = 0; count < 5; count += 1) pages.push(await EventListener.open(url, token));
    const sixth = await EventListener.open(url, token);
    expect(sixth.response.status).toBe(429);
    expect(Number(sixth.response.headers.get('retry-after'))).toBeGreaterThan(0);
    const foreign = await EventListener.open(url, anothers);
    expect(foreign.response.status).toBe(200);
    await pages.pop()?.leave();
    await vi.waitFor(async () => {
      const next = await EventListener.open(url, token);
      expect(next.response.status).toBe(200);
      pages.push(next);
    }, SOON);
    await Promise.all([...pages, foreign].map((page) => page.leave()));
  });

  it('ends soon after its user has signed out', async () => {
    const student = await room.student();
    const page = await EventListener.open(url, student.token);
    await room.rows(
      `UPDATE sessions SET revoked_at = now(), revoke_reason = 'LOGOUT' WHERE user_id = $1`,
      [student.id],
    );
    expect(await page.ended).toBe(true);
  });

  it('is told to look again by nobody but the product’s own messages', async () => {
    const { student, attempt } = await room.sitting({ timeLimitSeconds: 600 });
    const page = await EventListener.open(otherUrl, student.token);
    const redis = new Redis(await createTestRedis());
    const wrong = {
      origin: randomUUID(),
      events: [{ userId: student.id, type: 'x\n\ny', data: {} }],
    };
    for (const message of ['', 'null', '{', JSON.stringify(wrong)]) {
      await redis.publish('quizmaster:events', message);
    }
    redis.disconnect();
    await extend(attempt.id);
    await vi.waitFor(() => expect(page.heard('attempt-time')).toHaveLength(1), SOON);
    expect(page.events.map(({ type }) => type)).toEqual(['ready', 'attempt-time']);
    await page.leave();
  });
});

describe('an instance', () => {
  it('without Redis serves the pages that listen to it, and changes time as ever', async () => {
    const app = await createTestApp({
      database: room.database,
      env: { JWT_SECRET, REDIS_URL: NO_REDIS },
    });
    await app.listen(0, '127.0.0.1');
    const address = await app.getUrl();
    const { student, attempt } = await room.sitting({ timeLimitSeconds: 600 });
    const page = await EventListener.open(address, student.token);
    const reply = await fetch(`${address}/api/admin/attempts/${attempt.id}/pause`, {
      method: 'POST',
      headers: { authorization: `Bearer ${teacher.token}` },
    });
    expect(reply.status).toBe(200);
    await vi.waitFor(() => expect(page.heard('attempt-time')).toHaveLength(1), SOON);
    await page.leave();
    await app.close();
  });

  it('that stops ends its streams in good order and at once', async () => {
    const app = await createTestApp({ database: room.database, env: { JWT_SECRET } });
    await app.listen(0, '127.0.0.1');
    const page = await EventListener.open(await app.getUrl(), (await room.student()).token);
    const begin = performance.now();
    await app.close();
    expect(await page.ended).toBe(true);
    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});
