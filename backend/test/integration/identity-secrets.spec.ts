import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, cookieOf, type Harness, signedIn, startHarness } from './identity-harness.js';

const CANARY = 'canary-Qz81-kettle';
const WRONG_CANARY = 'canary-Xw92-window';

describe('secrets', () => {
  let api: Harness;

  beforeAll(async () => {
    api = await startHarness();
  });
  afterAll(() => api.stop());

  it('appear in no line of the log, whatever happens to them', async () => {
    const email = 'canary@example.org';
    const register = { email, password: CANARY, name: 'Ada' };
    const first = await signedIn(await api.post('/api/auth/register', register));
    expect(await codeOf(await api.post('/api/auth/register', register))).toBe('409 EMAIL_TAKEN');
    const login = (body: object) => api.post('/api/auth/login', body);
    expect((await login({ email, password: CANARY })).status).toBe(200);
    expect((await login({ email, password: WRONG_CANARY })).status).toBe(401);
    expect((await login({ email, password: CANARY, role: 'ADMIN' })).status).toBe(422);
    expect((await api.get(`/api/auth/me?token=${CANARY}`, first.accessToken)).status).toBe(200);
    expect((await api.get(`/api/nothing?password=${CANARY}`, first.accessToken)).status).toBe(404);
    const second = await api.post('/api/auth/refresh', undefined, { cookie: first.cookie });
    const third = await api.post('/api/auth/refresh', undefined, { cookie: cookieOf(second) });
    await api.post('/api/auth/refresh', undefined, { cookie: first.cookie });
    await fetch(`${api.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"email":"${email}","password":"${CANARY}"`,
    });

    const secrets = [
      CANARY,
      WRONG_CANARY,
      first.accessToken,
      (await signedIn(second)).accessToken,
      ...[first.cookie, cookieOf(second), cookieOf(third)].map(secretOf),
      first.accessToken.split('.')[2] ?? '',
    ];
    await expect.poll(() => accessLines(api, '/api/auth/login')).toBe(4);
    expect(accessLines(api, '/api/auth/refresh')).toBe(3);
    const log = api.log.join('');
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(15);
      expect(log).not.toContain(secret);
    }
    expect(log).not.toContain('$argon2id');
  });

  it('are kept from every cache', async () => {
    const answer = await api.post('/api/auth/login', {
      email: 'canary@example.org',
      password: CANARY,
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { accessToken } = await signedIn(answer);
    const me = await api.get('/api/auth/me', accessToken);
    expect(me.headers.get('cache-control')).toBe('no-store');
  });
});

/** The signature of a refresh cookie: the part that makes it worth something. */
function secretOf(cookie: string): string {
  return cookie.split('.')[2] ?? '';
}

function accessLines(api: Harness, url: string): number {
  return api.log
    .map((line) => JSON.parse(line) as { message: string; context: { url?: string } })
    .filter(({ message, context }) => message === 'request' && context.url === url).length;
}
