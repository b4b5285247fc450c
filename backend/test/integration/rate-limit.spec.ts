import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { startOwnRedis } from '../../scripts/lib/test-services.mjs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  bearer,
  codeOf,
  type Harness,
  newEmail,
  PASSWORD,
  register,
  type SignedIn,
} from './identity-harness.js';
import { startLimited } from '../support/limited.js';
import { createTestRedis } from '../support/redis.js';

interface Told {
  status: number;
  limit: number;
  remaining: number;
  resetInSeconds: number;
}

function told(response: Response): Told {
  const header = (name: string) => Number(response.headers.get(`x-ratelimit-${name}`) ?? 'NaN');
  return {
    status: response.status,
    limit: header('limit'),
    remaining: header('remaining'),
    resetInSeconds: header('reset') - Date.now() / 1000,
  };
}

let api: Harness;

/** One instance for each group: only Redis is as if nobody had asked yet, before every test. */
function useInstance(): void {
  let redis: Redis;
  beforeAll(async () => {
    const url = await createTestRedis();
    redis = new Redis(url);
    api = await startLimited({
      REDIS_URL: url,
      RATE_LIMIT_ANONYMOUS: '20',
      RATE_LIMIT_API: '10',
      RATE_LIMIT_CLIENT_REPORT: '2/3600',
    });
  });
  beforeEach(() => redis.flushdb());
  afterAll(async () => {
    await api.stop();
    redis.disconnect();
  });
}

const statuses = async (times: number, ask: () => Promise<Response>) => {
  const seen: number[] = [];
  for (let time = 0; time < times; time += 1) seen.push((await ask()).status);
  return seen;
};
const all = (status: number, times: number) => Array<number>(times).fill(status);
const anybody = (path = '/api/quizzes', init?: RequestInit) => fetch(`${api.url}${path}`, init);
const me = (who: SignedIn) => api.get('/api/auth/me', who.accessToken);

async function makeAdmin(): Promise<SignedIn> {
  const person = await register(api);
  await api.sql.query(`UPDATE users SET role = 'ADMIN' WHERE id = $1`, [person.userId]);
  const again = await api.post('/api/auth/login', { email: person.email, password: PASSWORD });
  const { accessToken } = (await again.json()) as { accessToken: string };
  return { ...person, accessToken };
}

describe('the limit of an address', () => {
  useInstance();

  it('lets so many requests pass, then says 429 and how long to wait', async () => {
    expect(told(await anybody())).toMatchObject({ status: 200, limit: 20, remaining: 19 });
    expect(await statuses(19, anybody)).toEqual(all(200, 19));
    const refused = await anybody();
    const { resetInSeconds, ...rest } = told(refused);
    expect(rest).toEqual({ status: 429, limit: 20, remaining: 0 });
    expect(resetInSeconds).toBeGreaterThan(30);
    expect(resetInSeconds).toBeLessThan(62);
    const wait = Number(refused.headers.get('retry-after'));
    expect(Math.abs(wait - resetInSeconds)).toBeLessThan(2.5);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(await refused.json()).toMatchObject({
      status: 429,
      code: 'RATE_LIMITED',
      rule: 'anonymous',
      limit: 20,
      windowSeconds: 60,
      retryAfterSeconds: wait,
      requestId: expect.any(String) as unknown,
    });
  });

  it('counts what no route answers, and tells it so', async () => {
    const json = { 'content-type': 'application/json' };
    const tries: [number, string, RequestInit?][] = [
      [404, '/api/nothing'],
      [404, '/api'],
      [404, '/api/quizzes', { method: 'DELETE' }],
      [400, '/api/%zz'],
      [415, '/api/auth/login', { method: 'POST', body: 'x' }],
      [415, '/api/auth/login', { method: 'POST', headers: { 'content-encoding': 'gzip' } }],
      [400, '/api/auth/login', { method: 'POST', headers: json, body: '{' }],
      [422, '/api/auth/login', { method: 'POST', headers: json, body: '{}' }],
      [401, '/api/attempts'],
    ];
    let remaining = 20;
    for (const [status, path, init] of tries) {
      remaining -= 1;
      expect(told(await anybody(path, init))).toMatchObject({ status, limit: 20, remaining });
    }
    await statuses(remaining, anybody);
    for (const [, path, init] of tries) expect((await anybody(path, init)).status).toBe(429);
  });

  it('is the same for forged addresses, and for overlong ones', async () => {
    const forged = (address: string) =>
      anybody('/api/quizzes', {
        headers: { 'x-forwarded-for': address, forwarded: `for=${address}`, 'x-real-ip': address },
      });
    for (let one = 0; one < 20; one += 1) await forged(`203.0.113.${one}`);
    expect((await forged('198.51.100.7')).status).toBe(429);
    expect((await forged('198.51.100.8, '.repeat(200))).status).toBe(429);
  });

  it('is the one of whoever brings a token that is forged or over', async () => {
    const { accessToken } = await register(api);
    const [head, claims, signature = ''] = accessToken.split('.');
    const mangled = signature.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'));
    const forged = [`${head}.${claims}.${mangled}`, 'x.y.z', `${head}.${claims}.`];
    let remaining = 19;
    for (const token of forged) {
      remaining -= 1;
      const answer = await api.get('/api/quizzes', token);
      expect(told(answer)).toMatchObject({ limit: 20, remaining });
    }
  });

  it('leaves pictures, health and the renewing of sessions alone', async () => {
    const { cookie } = await register(api);
    await statuses(20, anybody);
    expect((await anybody()).status).toBe(429);
    expect(told(await anybody(`/api/media/${randomUUID()}`))).toMatchObject({ status: 404 });
    expect(told(await anybody('/api/health/live'))).toMatchObject({ status: 200 });
    expect((await api.post('/api/auth/refresh', undefined, { cookie })).status).toBe(200);
    expect((await api.post('/api/auth/refresh')).status).toBe(429);
  });
});

describe('the limit of a user', () => {
  useInstance();

  it('is the user’s own, wherever the class sits, and apart from that of the address', async () => {
    const [one, other] = [await register(api), await register(api)];
    await statuses(20, anybody);
    expect(await statuses(11, () => me(one))).toEqual([...all(200, 10), 429]);
    expect(told(await me(other))).toMatchObject({ status: 200, limit: 10, remaining: 9 });
  });

  it('is not used up by what pages do by themselves, nor does it keep anybody from handing in', async () => {
    const student = await register(api);
    const headers = bearer(student.accessToken);
    await statuses(11, () => me(student));
    const id = randomUUID();
    const body = JSON.stringify({});
    const json = { ...headers, 'content-type': 'application/json' };
    const free: [string, RequestInit][] = [
      [`/api/attempts/${id}/progress`, { method: 'PATCH', headers: json, body }],
      [`/api/attempts/${id}/submit`, { method: 'POST', headers: json, body }],
      [`/api/attempts/${id}/time`, { headers }],
      [`/api/jobs/${id}`, { headers }],
    ];
    for (const [path, init] of free) {
      const answer = told(await anybody(path, init));
      expect(answer.status).not.toBe(429);
      expect(answer.limit).toBeGreaterThan(10);
    }
    const events = new AbortController();
    expect((await anybody('/api/events', { headers, signal: events.signal })).status).toBe(200);
    events.abort();
  });

  it('tells of the closest rule where a route has several of its own', async () => {
    const student = await register(api);
    const report = () =>
      api.post(`/api/attempts/${randomUUID()}/client-reports`, {}, bearer(student.accessToken));
    expect(told(await report())).toMatchObject({ limit: 2, remaining: 1 });
    expect(await statuses(2, report)).toEqual([422, 429]);
    expect((await me(student)).status).toBe(200);
  });

  it('does not hold for admins, who are told that nothing is used up', async () => {
    const admin = await makeAdmin();
    const list = () => api.get('/api/admin/quizzes', admin.accessToken);
    expect(await statuses(15, list)).toEqual(all(200, 15));
    expect(told(await list())).toMatchObject({ limit: 10, remaining: 10 });
    for (let time = 0; time < 5; time += 1) {
      await api.post('/api/auth/login', { email: admin.email, password: 'wrong-kettle' });
    }
    const sixth = await api.post('/api/auth/login', { email: admin.email, password: PASSWORD });
    expect(told(sixth)).toMatchObject({ limit: 5, remaining: 0 });
    expect(await codeOf(sixth)).toBe('429 RATE_LIMITED');
  });
});

describe('the log', () => {
  useInstance();

  it('tells once who is near a limit, and once who has met it', async () => {
    await statuses(30, anybody);
    const lines = api.log.map((line) => JSON.parse(line) as { level: string; message: string });
    const warnings = lines.filter(({ message }) => message.endsWith('reached'));
    expect(warnings).toMatchObject([
      {
        level: 'warn',
        message: 'rate limit nearly reached',
        context: { limit: 'anonymous', address: '127.0.0.1', allowed: 20, remaining: 4 },
      },
      { level: 'warn', message: 'rate limit reached', context: { limit: 'anonymous' } },
    ]);
  });
});

interface Report {
  shared: boolean;
  rules: { name: string; limit: number; hits: number; violations: number }[];
  topKeys: {
    rule: string;
    kind: string;
    id: string;
    hits: number;
    violations: number;
    user: unknown;
  }[];
}

describe('what admins see and do', () => {
  useInstance();

  const report = async (admin: SignedIn) =>
    (await (await api.get('/api/admin/rate-limits', admin.accessToken)).json()) as Report;

  it('is each rule with its numbers, and who meets it', async () => {
    const [admin, student] = [await makeAdmin(), await register(api)];
    await statuses(13, () => me(student));
    const { shared, rules, topKeys } = await report(admin);
    expect(shared).toBe(true);
    expect(rules.find(({ name }) => name === 'api')).toMatchObject({
      limit: 10,
      windowSeconds: 60,
      variable: 'RATE_LIMIT_API',
      hits: 13,
      violations: 3,
    });
    expect(topKeys[0]).toEqual({
      rule: 'api',
      kind: 'user',
      id: student.userId,
      user: { name: 'Grace Hopper', email: student.email },
      hits: 13,
      violations: 3,
    });
    expect(await codeOf(await api.get('/api/admin/rate-limits', student.accessToken))).toBe(
      '429 RATE_LIMITED',
    );
  });

  it('is a new start for a user, failed sign-ins included', async () => {
    const [admin, student] = [await makeAdmin(), await register(api)];
    await statuses(11, () => me(student));
    const login = (password: string) =>
      api.post('/api/auth/login', { email: student.email, password });
    await statuses(6, () => login('wrong-kettle'));
    expect((await login(PASSWORD)).status).toBe(429);
    const reset = (id: string, who = admin) =>
      api.post(`/api/admin/rate-limits/users/${id}/reset`, undefined, bearer(who.accessToken));
    expect((await reset(student.userId)).status).toBe(204);
    expect((await me(student)).status).toBe(200);
    expect((await login(PASSWORD)).status).toBe(200);
    expect((await reset(student.userId, student)).status).toBe(403);
    expect((await reset(randomUUID())).status).toBe(404);
    expect((await reset('nobody')).status).toBe(422);
  });

  it('is a new start for an address', async () => {
    const admin = await makeAdmin();
    await statuses(25, anybody);
    const reset = (address: string) =>
      api.post('/api/admin/rate-limits/addresses/reset', { address }, bearer(admin.accessToken));
    expect((await reset('127.0.0.2')).status).toBe(204);
    expect((await anybody()).status).toBe(429);
    expect((await reset('::ffff:127.0.0.1')).status).toBe(204);
    expect((await anybody()).status).toBe(200);
    expect((await reset(newEmail())).status).toBe(422);
  });
});

describe('the limits while Redis', () => {
  let redis: Awaited<ReturnType<typeof startOwnRedis>>;

  beforeEach(async () => {
    redis = await startOwnRedis();
    api = await startLimited({ REDIS_URL: redis.url, RATE_LIMIT_ANONYMOUS: '20' });
  });
  afterEach(async () => {
    redis.thaw();
    await api.stop();
    await redis.stop();
  });

  it.each(['is gone', 'is frozen'])('%s go on in this process, and wait once', async (trouble) => {
    await statuses(5, anybody);
    if (trouble === 'is gone') await redis.kill();
    else redis.freeze();
    const begin = performance.now();
    expect(await statuses(30, anybody)).toEqual([...all(200, 20), ...all(429, 10)]);
    expect(performance.now() - begin).toBeLessThan(250 + 30 * 50);
    expect(told(await anybody())).toMatchObject({ limit: 20, remaining: 0 });
  });
});

describe('a window', () => {
  let redis: Redis;
  beforeAll(async () => {
    const url = await createTestRedis();
    redis = new Redis(url);
    api = await startLimited({ REDIS_URL: url, RATE_LIMIT_ANONYMOUS: '3/2' });
  });
  afterAll(async () => {
    await api.stop();
    redis.disconnect();
  });

  it('slides: what was asked late in one is still counted in the next', async () => {
    const begin = performance.now();
    const passed = async (milliseconds: number) => {
      const late = () => expect(performance.now() - begin).toBeGreaterThan(milliseconds);
      await vi.waitFor(late, { timeout: 5_000, interval: 5 });
    };
    expect(await statuses(1, anybody)).toEqual([200]);
    await passed(1_500);
    expect(await statuses(3, anybody)).toEqual([200, 200, 429]);
    await passed(2_200);
    expect(await statuses(2, anybody)).toEqual([200, 429]);
  });
});
