import { startOwnRedis } from '../../scripts/lib/test-services.mjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  codeOf,
  type Harness,
  newEmail,
  PASSWORD,
  register,
  startHarness,
} from './identity-harness.js';

const LIMIT = '429 RATE_LIMITED';
const FAILED = '401 INVALID_CREDENTIALS';

describe('guessing passwords', () => {
  let api: Harness;
  let redis: Awaited<ReturnType<typeof startOwnRedis>>;

  beforeEach(async () => {
    redis = await startOwnRedis();
    api = await startHarness({ REDIS_URL: redis.url, RATE_LIMIT_LOGIN_ADDRESS: '12' });
  });
  afterEach(async () => {
    await api.stop();
    await redis.stop();
  });

  const login = (email: string, password: string, headers: Record<string, string> = {}) =>
    api.post('/api/auth/login', { email, password }, headers);
  const fail = async (email: string, headers?: Record<string, string>) =>
    codeOf(await login(email, 'wrong-kettle', headers));

  it('is over after 5 failures for an account, even with the right password then', async () => {
    const { email } = await register(api);
    for (let i = 0; i < 5; i++) expect(await fail(email)).toBe(FAILED);
    const sixth = await login(email, PASSWORD);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(await codeOf(sixth)).toBe(LIMIT);
    const other = await register(api);
    expect((await login(other.email, PASSWORD)).status).toBe(200);
  });

  it('is not spent by sign-ins that succeed', async () => {
    const { email } = await register(api);
    for (let i = 0; i < 4; i++) expect(await fail(email)).toBe(FAILED);
    for (let i = 0; i < 15; i++) expect((await login(email, PASSWORD)).status).toBe(200);
    expect(await fail(email)).toBe(FAILED);
    expect(await fail(email)).toBe(LIMIT);
  });

  it('is not helped by guessing all at once', async () => {
    const { email } = await register(api);
    const answers = await Promise.all(Array.from({ length: 12 }, () => fail(email)));
    expect(answers.filter((answer) => answer === FAILED)).toHaveLength(5);
    expect(answers.filter((answer) => answer === LIMIT)).toHaveLength(7);
  });

  it('is not helped by a forged address', async () => {
    const { email } = await register(api);
    const answers: string[] = [];
    for (let i = 0; i < 8; i++) {
      const forged = `203.0.113.${i}`;
      answers.push(
        await fail(email, {
          'x-forwarded-for': forged,
          forwarded: `for=${forged}`,
          'x-real-ip': forged,
        }),
      );
    }
    expect(answers).toEqual([...Array<string>(5).fill(FAILED), ...Array<string>(3).fill(LIMIT)]);
  });

  it('is over for an address that tries one account after the other', async () => {
    const answers: string[] = [];
    for (let i = 0; i < 14; i++) answers.push(await fail(newEmail()));
    expect(answers.filter((answer) => answer === FAILED)).toHaveLength(12);
    expect(answers.at(-1)).toBe(LIMIT);
  });

  it('is limited more strictly while Redis is gone, never without limit', async () => {
    const { email } = await register(api);
    await redis.kill();
    const answers: string[] = [];
    for (let i = 0; i < 6; i++) answers.push(await fail(email));
    expect(answers).toEqual([FAILED, FAILED, FAILED, LIMIT, LIMIT, LIMIT]);
    const other = newEmail();
    expect(
      (await api.post('/api/auth/register', { email: other, password: PASSWORD, name: 'Ada' }))
        .status,
    ).toBe(201);
    expect((await login(other, PASSWORD)).status).toBe(200);
  });

  it('is limited while Redis is frozen, and answered without waiting for it', async () => {
    const { email } = await register(api);
    redis.freeze();
    try {
      const begin = performance.now();
      const answers: string[] = [];
      for (let i = 0; i < 5; i++) answers.push(await fail(email));
      expect(answers).toContain(LIMIT);
      expect(performance.now() - begin).toBeLessThan(5 * 1500);
    } finally {
      redis.thaw();
    }
  });
});

describe('opening accounts', () => {
  let api: Harness;

  beforeEach(async () => {
    api = await startHarness({ RATE_LIMIT_REGISTER: '3' });
  });
  afterEach(() => api.stop());

  it('is limited to 3 an hour for an address', async () => {
    for (let i = 0; i < 3; i++) await register(api);
    const fourth = await api.post('/api/auth/register', {
      email: newEmail(),
      password: PASSWORD,
      name: 'Ada',
    });
    expect(Number(fourth.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect(await codeOf(fourth)).toBe(LIMIT);
  });
});
