import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bearer,
  codeOf,
  cookieOf,
  type Harness,
  register,
  signedIn,
  startHarness,
} from './identity-harness.js';

const GRACE_SECONDS = 20;

describe('refreshing a session', () => {
  let api: Harness;

  beforeAll(async () => {
    api = await startHarness();
  });
  afterAll(() => api.stop());

  const refresh = (cookie: string) => api.post('/api/auth/refresh', undefined, { cookie });
  const logout = (headers: Record<string, string>) =>
    api.post('/api/auth/logout', undefined, headers);
  /** The last rotation happened that long ago, by the clock that decides. */
  const age = (userId: string, seconds: number) =>
    api.sql.query(
      `UPDATE sessions SET rotated_at = now() - make_interval(secs => $2) WHERE user_id = $1`,
      [userId, seconds],
    );

  it('answers with a new access token and a new refresh token', async () => {
    const first = await register(api);
    const response = await refresh(first.cookie);
    expect(response.status).toBe(200);
    const second = await signedIn(response);
    expect(second.userId).toBe(first.userId);
    expect(second.cookie).toMatch(/^qm_refresh=./);
    expect(second.cookie).not.toBe(first.cookie);
    expect((await api.get('/api/auth/me', second.accessToken)).status).toBe(200);
    expect((await refresh(second.cookie)).status).toBe(200);
  });

  it('gives two tabs that ask at once the same successor, and both stay signed in', async () => {
    const { cookie } = await register(api);
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(cookie)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const tabs = await Promise.all(answers.map(signedIn));
    expect(new Set(tabs.map((tab) => tab.cookie)).size).toBe(1);
    for (const tab of tabs) {
      expect((await api.get('/api/auth/me', tab.accessToken)).status).toBe(200);
    }
    expect((await refresh(tabs[0]?.cookie ?? '')).status).toBe(200);
  });

  it('repeats the same successor when an answer was lost, within the grace', async () => {
    const { cookie, userId } = await register(api);
    const lost = cookieOf(await refresh(cookie));
    await age(userId, GRACE_SECONDS - 2);
    const again = await refresh(cookie);
    expect(again.status).toBe(200);
    expect(cookieOf(again)).toBe(lost);
  });

  it('ends the whole family when a replaced token comes back after the grace', async () => {
    const { cookie, userId } = await register(api);
    const successor = await signedIn(await refresh(cookie));
    await age(userId, GRACE_SECONDS + 1);
    const reuse = await refresh(cookie);
    expect(reuse.headers.getSetCookie()[0]).toMatch(/^qm_refresh=;.*(Max-Age=0|1970)/);
    expect(await codeOf(reuse)).toBe('401 SESSION_REVOKED');
    expect(await codeOf(await refresh(successor.cookie))).toBe('401 SESSION_REVOKED');
    const me = await api.get('/api/auth/me', successor.accessToken);
    expect(await codeOf(me)).toBe('401 SESSION_REVOKED');
    const warning = api.log.find((line) => line.includes('session revoked: token reuse'));
    expect(warning).toContain(userId);
    expect(JSON.parse(warning ?? '')).toMatchObject({ level: 'warn' });
  });

  it('ends the family for a token two generations old, even within the grace', async () => {
    const { cookie } = await register(api);
    const second = cookieOf(await refresh(cookie));
    const third = cookieOf(await refresh(second));
    expect(await codeOf(await refresh(cookie))).toBe('401 SESSION_REVOKED');
    expect(await codeOf(await refresh(third))).toBe('401 SESSION_REVOKED');
  });

  it('ends one family and leaves the other browsers of the person signed in', async () => {
    const stolen = await register(api);
    const { rows } = await api.sql.query<{ email: string }>(
      'SELECT email FROM users WHERE id = $1',
      [stolen.userId],
    );
    const other = await signedIn(
      await api.post('/api/auth/login', {
        email: rows[0]?.email,
        password: 'blue-kettle-37-window',
      }),
    );
    await refresh(cookieOf(await refresh(stolen.cookie)));
    expect((await refresh(stolen.cookie)).status).toBe(401);
    expect((await refresh(other.cookie)).status).toBe(200);
  });

  it.each([
    ['no cookie', ''],
    ['an empty cookie', 'qm_refresh='],
    ['a cookie of noise', 'qm_refresh=%E0%A4%A'],
    ['a forged signature', `qm_refresh=${crypto.randomUUID()}.1.${'A'.repeat(43)}`],
    ['a megabyte short of the header limit', `qm_refresh=${'a'.repeat(8000)}`],
  ])('refuses %s with 401', async (_, cookie) => {
    expect(await codeOf(await refresh(cookie))).toBe('401 SESSION_EXPIRED');
  });

  it('refuses the token of another session with its own signature', async () => {
    const mine = await register(api);
    const theirs = await register(api);
    const [, , signature] = mine.cookie.split('.');
    const grafted = `${theirs.cookie.split('.').slice(0, 2).join('.')}.${signature}`;
    expect(await codeOf(await refresh(grafted))).toBe('401 SESSION_EXPIRED');
    expect((await refresh(theirs.cookie)).status).toBe(200);
  });

  it('refuses an access token in the cookie', async () => {
    const { accessToken } = await register(api);
    expect(await codeOf(await refresh(`qm_refresh=${accessToken}`))).toBe('401 SESSION_EXPIRED');
  });

  it('refuses a session past its end, and one of a disabled account', async () => {
    const late = await register(api);
    await api.sql.query('UPDATE sessions SET expires_at = now() WHERE user_id = $1', [late.userId]);
    expect(await codeOf(await refresh(late.cookie))).toBe('401 SESSION_EXPIRED');
    const disabled = await register(api);
    await api.sql.query('UPDATE users SET disabled_at = now() WHERE id = $1', [disabled.userId]);
    expect(await codeOf(await refresh(disabled.cookie))).toBe('401 SESSION_REVOKED');
  });

  it('signs out by the cookie alone, at once, and clears it', async () => {
    const { cookie, accessToken } = await register(api);
    expect((await api.get('/api/auth/me', accessToken)).status).toBe(200);
    const response = await logout({ cookie });
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(/^qm_refresh=;.*Path=\/api\/auth/);
    expect(await codeOf(await api.get('/api/auth/me', accessToken))).toBe('401 SESSION_REVOKED');
    expect(await codeOf(await refresh(cookie))).toBe('401 SESSION_REVOKED');
  });

  it('signs out with an access token that is no good any more, and without any cookie', async () => {
    const { cookie } = await register(api);
    expect((await logout({ cookie, ...bearer('expired') })).status).toBe(204);
    expect((await refresh(cookie)).status).toBe(401);
    expect((await logout({})).status).toBe(204);
  });
});
