import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerJson, startApiServer } from '../../testing/api-server';
import type { SignedIn, User } from '../api/generated/types.gen';
import { ApiError, NetworkError } from './api-error';
import { createApiFetch } from './api-fetch';
import { send } from './send';
import { Session } from './session';
import { openSessionChannel } from './session-channel';
import { exclusively } from './tab-lock';

const user = {
  id: randomUUID(),
  email: 'mai@example.org',
  name: 'Mai',
  role: 'STUDENT' as const,
  createdAt: '2026-01-01T00:00:00.000Z',
};
const signedIn = (accessToken: string, expiresInSeconds = 600): SignedIn => ({
  user,
  accessToken,
  expiresInSeconds,
});

/** What the API of these tests holds to be true: the good tokens, and whether the cookie still counts. */
let good: Set<string>;
let sessionAlive: boolean;
let serverDown: boolean;
let refreshes: number;
let refreshing: number;
let mostRefreshingAtOnce: number;
let server: Awaited<ReturnType<typeof startApiServer>>;
const closers: (() => void)[] = [];

beforeEach(async () => {
  good = new Set(['token-0']);
  sessionAlive = true;
  serverDown = false;
  refreshes = 0;
  refreshing = 0;
  mostRefreshingAtOnce = 0;
  server = await startApiServer(async (request, response) => {
    if (request.path === '/api/auth/refresh') {
      if (serverDown) return answerJson(response, 503, { code: 'DB_UNAVAILABLE' });
      if (!sessionAlive) return answerJson(response, 401, { code: 'SESSION_EXPIRED' });
      refreshing += 1;
      mostRefreshingAtOnce = Math.max(mostRefreshingAtOnce, refreshing);
      // Others that were sent meanwhile arrive before this one is answered.
      for (let turn = 0; turn < 20; turn += 1) await setImmediate();
      refreshing -= 1;
      refreshes += 1;
      good.add(`token-${refreshes}`);
      return answerJson(response, 200, signedIn(`token-${refreshes}`));
    }
    if (request.path === '/api/fails') {
      const problem = { code: 'RATE_LIMITED', detail: 'Slow down.', requestId: 'req-1' };
      return answerJson(response, 429, problem, { 'retry-after': '7' });
    }
    if (request.path === '/api/page') {
      response.writeHead(502, { 'content-type': 'text/html' });
      return void response.end('<h1>Bad gateway</h1>');
    }
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (!good.has(token))
      return answerJson(response, 401, { code: 'UNAUTHENTICATED', detail: 'Sign in.' });
    answerJson(response, 200, { echo: request.body });
  });
});

afterEach(async () => {
  for (const close of closers.splice(0)) close();
  await server.stop();
});

/** A tab: a session of its own on a browser it shares with the others. */
function openTab(
  browser: string,
  { hint = true, nowMs = () => performance.now(), remembered = null as User | null } = {},
) {
  const channel = openSessionChannel(browser);
  closers.push(channel.close);
  let kept = hint;
  const session = new Session({
    requestRefresh: () =>
      send(new Request(`${server.origin}/api/auth/refresh`, { method: 'POST' })),
    channel,
    exclusively: (task) => exclusively(browser, task),
    memory: {
      recall: () => Promise.resolve(),
      wasSignedIn: () => kept,
      user: () => remembered,
      keep: () => (kept = true),
      forget: () => (kept = false),
    },
    nowMs,
  });
  const apiFetch = createApiFetch(session);
  const request = (path: string, init?: RequestInit) =>
    apiFetch(new Request(server.origin + path, init));
  return { session, request };
}

const pathsSeen = () => server.seen.map(({ path }) => path);

describe('asking the API', () => {
  it('renews a refused token once and repeats the request with its body', async () => {
    const { session, request } = openTab(randomUUID());
    session.adopt(signedIn('token-old'));
    const response = await request('/api/things', { method: 'POST', body: 'hello' });
    expect(await response.json()).toEqual({ echo: 'hello' });
    expect(pathsSeen()).toEqual(['/api/things', '/api/auth/refresh', '/api/things']);
  });

  it('renews once for many requests that are refused together', async () => {
    const { session, request } = openTab(randomUUID());
    session.adopt(signedIn('token-old'));
    await Promise.all(Array.from({ length: 8 }, () => request('/api/things')));
    expect(refreshes).toBe(1);
  });

  it('renews a token that is about to end before it is used', async () => {
    let now = 0;
    const { session, request } = openTab(randomUUID(), { nowMs: () => now });
    session.adopt(signedIn('token-0', 600));
    now = 575_000;
    await request('/api/things');
    expect(pathsSeen()).toEqual(['/api/auth/refresh', '/api/things']);
  });

  it('waits for the session to be resumed before what needs it', async () => {
    const { request, session } = openTab(randomUUID());
    await request('/api/things');
    expect(pathsSeen()).toEqual(['/api/auth/refresh', '/api/things']);
    expect(session.snapshot()).toMatchObject({ status: 'signed-in', user: { name: 'Mai' } });
  });

  it('asks nothing of the server for a visitor who never signed in', async () => {
    const { session } = openTab(randomUUID(), { hint: false });
    expect(await session.accessToken()).toBeNull();
    expect(session.snapshot().status).toBe('signed-out');
    expect(server.seen).toEqual([]);
  });

  it('gives every request an id of its own', async () => {
    const { session, request } = openTab(randomUUID());
    session.adopt(signedIn('token-0'));
    await request('/api/a');
    await request('/api/b');
    const ids = server.seen.map(({ headers }) => headers['x-request-id']);
    expect(new Set(ids).size).toBe(2);
    expect(ids.every(Boolean)).toBe(true);
  });

  it('tells what the server said: code, sentence, support code and when to try again', async () => {
    const { session, request } = openTab(randomUUID());
    session.adopt(signedIn('token-0'));
    const error = await request('/api/fails').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 429,
      code: 'RATE_LIMITED',
      detail: 'Slow down.',
      requestId: 'req-1',
      retryAfterSeconds: 7,
    });
  });

  it('makes an error of its status out of a page that is not the API speaking', async () => {
    const { session, request } = openTab(randomUUID());
    session.adopt(signedIn('token-0'));
    await expect(request('/api/page')).rejects.toMatchObject({ status: 502, code: 'HTTP_502' });
  });

  it('tells a missing answer from a refusal', async () => {
    const { session, request } = openTab(randomUUID());
    session.adopt(signedIn('token-0'));
    await server.stop();
    await expect(request('/api/things')).rejects.toBeInstanceOf(NetworkError);
    expect(session.snapshot().status).toBe('signed-in');
  });
});

describe('a session over several tabs', () => {
  it('is renewed by one tab at a time', async () => {
    const browser = randomUUID();
    const tabs = [openTab(browser), openTab(browser), openTab(browser), openTab(browser)];
    const responses = await Promise.all(tabs.map(({ request }) => request('/api/things')));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(mostRefreshingAtOnce).toBe(1);
  });

  it('is known to a tab as soon as another one has signed in', async () => {
    const browser = randomUUID();
    const first = openTab(browser, { hint: false });
    const second = openTab(browser, { hint: false });
    const known = new Promise<void>((done) => {
      const end = second.session.subscribe(() => {
        end();
        done();
      });
    });
    first.session.adopt(signedIn('token-0'));
    await known;
    expect(second.session.snapshot()).toMatchObject({ status: 'signed-in' });
    expect(await second.session.accessToken()).toBe('token-0');
  });

  it('is lost, not forgotten, where it ends while the page is in use', async () => {
    const { session, request } = openTab(randomUUID());
    session.adopt(signedIn('token-old'));
    sessionAlive = false;
    await expect(request('/api/things')).rejects.toMatchObject({ status: 401 });
    expect(session.snapshot()).toMatchObject({ status: 'lost', user: { name: 'Mai' } });
    session.adopt(signedIn('token-0'));
    expect((await request('/api/things')).status).toBe(200);
  });

  it('survives a server that is down while the page loads', async () => {
    const { session } = openTab(randomUUID());
    await server.stop();
    await expect(session.accessToken()).rejects.toBeInstanceOf(NetworkError);
    expect(session.snapshot()).toMatchObject({ status: 'unknown' });
    expect(session.snapshot()).toHaveProperty('problem', expect.any(NetworkError));
  });

  it('goes on as whoever is remembered while the server is down, and is signed in once it is back', async () => {
    const { session, request } = openTab(randomUUID(), { remembered: user });
    serverDown = true;
    await expect(session.accessToken()).rejects.toMatchObject({ status: 503 });
    expect(session.snapshot()).toEqual({ status: 'remembered', user });
    serverDown = false;
    expect((await request('/api/things')).status).toBe(200);
    expect(session.snapshot()).toMatchObject({ status: 'signed-in', user: { name: 'Mai' } });
  });

  it('asks whoever is remembered to sign in again where the session has ended meanwhile', async () => {
    const { session } = openTab(randomUUID(), { remembered: user });
    serverDown = true;
    await expect(session.accessToken()).rejects.toMatchObject({ status: 503 });
    serverDown = false;
    sessionAlive = false;
    expect(await session.accessToken()).toBeNull();
    expect(session.snapshot()).toMatchObject({ status: 'lost', user: { name: 'Mai' } });
  });
});
