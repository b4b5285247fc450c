import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codeOf,
  type Harness,
  newEmail,
  PASSWORD,
  register,
  signedIn,
  startHarness,
} from './identity-harness.js';

describe('accounts', () => {
  let api: Harness;

  beforeAll(async () => {
    api = await startHarness();
  });
  afterAll(() => api.stop());

  const registration = (change: object) => ({
    email: newEmail(),
    password: PASSWORD,
    name: 'Grace Hopper',
    ...change,
  });

  it('registers a student, who is signed in at once and may ask who they are', async () => {
    const response = await api.post('/api/auth/register', {
      email: ' Grace@Example.org ',
      password: PASSWORD,
      name: ' Grace Hopper ',
    });
    expect(response.status).toBe(201);
    const body = (await response.clone().json()) as object;
    expect(body).toEqual({
      user: {
        id: expect.any(String) as unknown,
        email: 'grace@example.org',
        name: 'Grace Hopper',
        role: 'STUDENT',
        createdAt: expect.any(String) as unknown,
      },
      accessToken: expect.any(String) as unknown,
      expiresInSeconds: 600,
    });
    const { accessToken } = await signedIn(response);
    const me = await api.get('/api/auth/me', accessToken);
    expect(me.status).toBe(200);
    expect(await me.json()).toEqual((body as { user: object }).user);
  });

  it('keeps the refresh token out of reach of scripts, other sites and other routes', async () => {
    const response = await api.post('/api/auth/register', registration({}));
    const cookies = response.headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^qm_refresh=/);
    const flags = cookies[0]?.split('; ').slice(1);
    expect(flags).toEqual(
      expect.arrayContaining([
        'HttpOnly',
        'Secure',
        'SameSite=Strict',
        'Path=/api/auth',
        `Max-Age=${30 * 86_400}`,
      ]),
    );
    expect(await response.text()).not.toContain(cookies[0]?.split(/[=;]/)[1]);
  });

  it('keeps one account per e-mail, however it is written and however many ask at once', async () => {
    const email = newEmail();
    const asked = [email, email.toUpperCase(), ` ${email}`, email];
    const answers = await Promise.all(
      asked.map((spelled) => api.post('/api/auth/register', registration({ email: spelled }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const refused = answers.filter(({ status }) => status === 409);
    expect(await Promise.all(refused.map(codeOf))).toEqual(Array(3).fill('409 EMAIL_TAKEN'));
    const { rows } = await api.sql.query('SELECT 1 FROM users WHERE email = $1', [email]);
    expect(rows).toHaveLength(1);
  });

  it.each([
    ['a password of 7 characters', { password: 'Wd7!kz0' }],
    ['a password of 129 characters', { password: 'kettle-37'.repeat(15).slice(0, 129) }],
    ['a password of a megabyte', { password: 'x'.repeat(1_000_000) }],
    ['no password', { password: undefined }],
    ['a password that is null', { password: null }],
    ['a password in an array', { password: [PASSWORD] }],
    ['an e-mail without a domain', { email: 'grace' }],
    ['an empty name', { name: '  ' }],
    ['NUL in the name', { name: 'Grace\u0000' }],
    ['a role of their choice', { role: 'ADMIN' }],
  ])('refuses %s with 422 and names the field', async (_, change) => {
    const response = await api.post('/api/auth/register', registration(change));
    const body = (await response.json()) as { code: string; errors: { path: string }[] };
    expect([response.status, body.code]).toEqual([422, 'VALIDATION_FAILED']);
    expect(body.errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(body.errors)).toContain(Object.keys(change)[0]);
  });

  it('refuses a megabyte as password before any hashing, at sign-in too', async () => {
    const response = await api.post('/api/auth/login', {
      email: newEmail(),
      password: 'x'.repeat(1_000_000),
    });
    expect(await codeOf(response)).toBe('422 VALIDATION_FAILED');
    expect(api.log.some((line) => line.includes('sign-in failed'))).toBe(false);
  });

  it('refuses a password that guessing begins with, and asks for no composition', async () => {
    const common = await api.post('/api/auth/register', registration({ password: 'Password123' }));
    expect(common.status).toBe(422);
    expect(await common.json()).toMatchObject({
      code: 'PASSWORD_TOO_COMMON',
      errors: [{ path: 'password' }],
    });
    for (const password of [
      'kqzwvbnt',
      'kettle-37'.repeat(15).slice(0, 128),
      '七つの海を越えて行く',
    ]) {
      const response = await api.post('/api/auth/register', registration({ password }));
      expect(response.status).toBe(201);
    }
  });

  it('stores a password only as an argon2id hash with the costs of the design', async () => {
    const { userId } = await register(api);
    const { rows } = await api.sql.query<{ hash: string }>(
      'SELECT password_hash AS hash FROM users WHERE id = $1',
      [userId],
    );
    expect(rows[0]?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('signs in by e-mail, whatever its case, and however an accent was typed', async () => {
    const email = newEmail();
    const composed = 'caf\u00e9-kettle-37';
    await api.post('/api/auth/register', registration({ email, password: composed }));
    const response = await api.post('/api/auth/login', {
      email: email.toUpperCase(),
      password: composed.normalize('NFD'),
    });
    expect(response.status).toBe(200);
    expect((await signedIn(response)).email).toBe(email);
  });

  it('answers the same to a wrong password, an unknown e-mail, and accounts without a way in', async () => {
    const known = await register(api);
    const bare = await register(api);
    await api.sql.query(`UPDATE users SET password_hash = '' WHERE id = $1`, [bare.userId]);
    const disabled = await register(api);
    await api.sql.query('UPDATE users SET disabled_at = now() WHERE id = $1', [disabled.userId]);
    const attempts = [
      { email: known.email, password: 'not-the-password-37' },
      { email: 'nobody@example.org', password: PASSWORD },
      { email: disabled.email, password: PASSWORD },
      { email: bare.email, password: PASSWORD },
    ];
    const answers = await Promise.all(
      attempts.map(async (body) => {
        const response = await api.post('/api/auth/login', body);
        expect(response.headers.getSetCookie()).toEqual([]);
        return { ...((await response.json()) as object), requestId: '' };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 401, code: 'INVALID_CREDENTIALS' });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[3]).toEqual(answers[0]);
  });

  it('writes who signed in and what failed to the log, with the id of the request', async () => {
    const { email, userId } = await register(api);
    const id = 'request-of-this-test';
    const login = async (password: string) => {
      const response = await fetch(`${api.url}/api/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-request-id': id },
        // Long enough to arrive in several pieces, each an event of its own in the server.
        body: JSON.stringify({ email, password }) + ' '.repeat(500_000),
      });
      return response.status;
    };
    expect([await login('wrong-kettle'), await login(PASSWORD)]).toEqual([401, 200]);
    const lines = api.log
      .map((line) => JSON.parse(line) as { message: string; requestId?: string; context: object })
      .filter(({ requestId }) => requestId === id);
    for (const message of ['sign-in failed', 'user signed in']) {
      const line = lines.find((entry) => entry.message === message);
      expect(line?.context, message).toMatchObject({ userId });
    }
    expect(api.log.join('')).not.toContain(email);
  });
});
