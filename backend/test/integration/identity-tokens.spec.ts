import { createHmac, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codeOf,
  type Harness,
  JWT_SECRET,
  register,
  type SignedIn,
  signedIn,
  startHarness,
} from './identity-harness.js';

/** What the product promises for log-out, disabling and changes of role. */
const IN_FORCE_WITHIN_MS = 5000;
const KEY = new TextEncoder().encode(JWT_SECRET);

describe('access tokens', () => {
  let api: Harness;
  let student: SignedIn;

  beforeAll(async () => {
    api = await startHarness();
    student = await register(api);
  });
  afterAll(() => api.stop());

  const me = (token: string) => api.get('/api/auth/me', token);
  const part = (token: string, index: number) =>
    JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString()) as Record<
      string,
      unknown
    >;
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  /** A token of the student with the right key, changed in its header or claims. */
  const signed = (change: { header?: object; claims?: object }) => {
    const { sid, role, ...claims } = { ...part(student.accessToken, 1), ...change.claims };
    const header = { ...part(student.accessToken, 0), ...change.header };
    return new SignJWT({ sid, role, ...claims })
      .setProtectedHeader(header as { alg: string })
      .sign(KEY);
  };
  const unsignedText = (header: object, claims: object = {}) =>
    `${encode({ ...part(student.accessToken, 0), ...header })}.${encode({ ...part(student.accessToken, 1), ...claims })}`;

  it('are good as they are, and as this file signs them', async () => {
    expect((await me(student.accessToken)).status).toBe(200);
    expect((await me(await signed({}))).status).toBe(200);
  });

  it('are signed with HS256 and say what they are for', () => {
    expect(part(student.accessToken, 0)).toEqual({ alg: 'HS256', typ: 'at+jwt' });
    expect(part(student.accessToken, 1)).toMatchObject({
      iss: 'quizmaster',
      aud: 'quizmaster-api',
      sub: student.userId,
      sid: expect.any(String) as unknown,
      role: 'STUDENT',
    });
  });

  const now = Math.floor(Date.now() / 1000);
  const forgeries: [string, () => string | Promise<string>][] = [
    ['the algorithm none', () => `${unsignedText({ alg: 'none' })}.`],
    [
      'the algorithm None and the old signature',
      () => `${unsignedText({ alg: 'None' })}.${student.accessToken.split('.')[2]}`,
    ],
    [
      'an asymmetric algorithm and a key of their own',
      () => {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        return new SignJWT(part(student.accessToken, 1))
          .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt' })
          .sign(privateKey);
      },
    ],
    [
      'an asymmetric algorithm in the header and an HMAC below',
      () => {
        const text = unsignedText({ alg: 'RS256' });
        return `${text}.${createHmac('sha256', KEY).update(text).digest('base64url')}`;
      },
    ],
    [
      'another HMAC algorithm with the right key',
      () => {
        const text = unsignedText({ alg: 'HS512' });
        return `${text}.${createHmac('sha512', KEY).update(text).digest('base64url')}`;
      },
    ],
    [
      'a kid that is a path to an empty file',
      () => {
        const text = unsignedText({ kid: '../../../../dev/null' });
        return `${text}.${createHmac('sha256', '').update(text).digest('base64url')}`;
      },
    ],
    [
      'a key of their own in the header',
      () => {
        const text = unsignedText({ jwk: { kty: 'oct', k: encode('mine') } });
        return `${text}.${createHmac('sha256', 'mine').update(text).digest('base64url')}`;
      },
    ],
    ['an end in the past', () => signed({ claims: { exp: now - 1 } })],
    ['no end', () => signed({ claims: { exp: undefined } })],
    ['a beginning in the future', () => signed({ claims: { nbf: now + 60 } })],
    ['another audience', () => signed({ claims: { aud: 'another' } })],
    ['another issuer', () => signed({ claims: { iss: 'another' } })],
    ['another purpose', () => signed({ header: { typ: 'JWT' } })],
    ['no session', () => signed({ claims: { sid: undefined } })],
    ['another person for the session', () => signed({ claims: { sub: crypto.randomUUID() } })],
    [
      'an edited role and the old signature',
      () => `${unsignedText({}, { role: 'ADMIN' })}.${student.accessToken.split('.')[2]}`,
    ],
    ['a refresh token in its place', () => student.cookie.replace('qm_refresh=', '')],
    ['no token at all', () => ''],
    ['noise', () => 'a.b.c'],
  ];
  it.each(forgeries)('are refused with 401 UNAUTHENTICATED: %s', async (_, forge) => {
    expect(await codeOf(await me(await forge()))).toBe('401 UNAUTHENTICATED');
    expect((await me(student.accessToken)).status).toBe(200);
  });

  it('are refused for a session that does not exist', async () => {
    const token = await signed({ claims: { sid: crypto.randomUUID() } });
    expect(await codeOf(await me(token))).toBe('401 SESSION_EXPIRED');
  });

  const createCategory = (token: string) =>
    api.post('/api/categories', { name: 'History' }, { authorization: `Bearer ${token}` });

  it('do not make an admin by what they say: the database decides', async () => {
    const claims = { role: 'ADMIN' };
    expect(await codeOf(await createCategory(await signed({ claims })))).toBe('403 FORBIDDEN');
  });

  it('of a student are refused on an admin route, and none at all is 401', async () => {
    expect(await codeOf(await createCategory(student.accessToken))).toBe('403 FORBIDDEN');
    expect(await codeOf(await api.post('/api/categories', { name: 'History' }))).toBe(
      '401 UNAUTHENTICATED',
    );
  });

  it('follow a change of role within 5 s, without a new sign-in', async () => {
    const { userId, accessToken } = await register(api);
    const setRole = (role: string) =>
      api.sql.query('UPDATE users SET role = $2::"Role" WHERE id = $1', [userId, role]);
    const status = async () => (await createCategory(accessToken)).status;
    expect(await status()).toBe(403);
    await setRole('ADMIN');
    await expect.poll(status, { timeout: IN_FORCE_WITHIN_MS }).not.toBe(403);
    await setRole('STUDENT');
    await expect.poll(status, { timeout: IN_FORCE_WITHIN_MS }).toBe(403);
  });

  it('of a disabled account are refused within 5 s', async () => {
    const { userId, accessToken } = await register(api);
    expect((await me(accessToken)).status).toBe(200);
    await api.sql.query('UPDATE users SET disabled_at = now() WHERE id = $1', [userId]);
    await expect
      .poll(async () => codeOf(await me(accessToken)), { timeout: IN_FORCE_WITHIN_MS })
      .toBe('401 SESSION_REVOKED');
  });

  it('of a session ended by another instance are refused within 5 s', async () => {
    const { userId, accessToken } = await register(api);
    expect((await me(accessToken)).status).toBe(200);
    await api.sql.query('UPDATE sessions SET revoked_at = now() WHERE user_id = $1', [userId]);
    await expect
      .poll(async () => (await me(accessToken)).status, { timeout: IN_FORCE_WITHIN_MS })
      .toBe(401);
  });

  it('of one person never answer for another, however many ask at once', async () => {
    const people = [student, await register(api), await register(api)];
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const person = people[index % people.length] ?? student;
        const body = (await (await me(person.accessToken)).json()) as { id: string };
        return body.id === person.userId;
      }),
    );
    expect(answers).not.toContain(false);
  });

  it('die with the family when a stolen refresh token is used', async () => {
    const first = await register(api);
    const refresh = (cookie: string) => api.post('/api/auth/refresh', undefined, { cookie });
    const second = await signedIn(await refresh(first.cookie));
    const third = await signedIn(await refresh(second.cookie));
    await refresh(first.cookie);
    for (const { accessToken } of [first, second, third]) {
      expect(await codeOf(await me(accessToken))).toBe('401 SESSION_REVOKED');
    }
  });
});
