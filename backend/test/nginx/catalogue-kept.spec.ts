import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publishExam, type Exam } from '../support/exam.js';
import { NginxSite } from '../support/nginx-site.js';
import { rawAsk, type RawReply, type RawRequest } from '../support/raw-ask.js';
import type { Visitor } from '../support/visitor.js';

let site: NginxSite;
let exam: Exam;
let person: Visitor;

beforeAll(async () => {
  site = await NginxSite.open();
  exam = await publishExam(site.owner);
  person = await site.visitor();
});
afterAll(() => site.close());
beforeEach(() => site.nginx.purge());

const ask = (path: string, request?: RawRequest): Promise<RawReply> =>
  rawAsk(site.url, path, request);

const outcome = ({ headers }: RawReply) => headers['x-cache-status'];

describe('what everybody may see of the catalogue', () => {
  it.each([
    ['the list', () => '/api/quizzes'],
    ['a part of the list', () => '/api/quizzes?limit=5&difficulty=EASY'],
    ['a quiz', () => `/api/quizzes/${exam.quizId}`],
    ['the categories', () => '/api/categories'],
  ])('is kept: %s is asked of the API once', async (_, path) => {
    const [first, second] = [await ask(path()), await ask(path())];
    expect([first, second].map(outcome)).toEqual(['MISS', 'HIT']);
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(site.nginx.kept().filter((file) => file.includes(first.body))).toHaveLength(1);
  });

  it('is asked of the API once also when many ask at the same moment', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => ask('/api/quizzes')));
    expect(replies.filter((reply) => outcome(reply) === 'MISS')).toHaveLength(1);
  });

  it('is kept without what belongs to one request', async () => {
    const id = 'the-first-request';
    const first = await ask('/api/quizzes', { headers: { 'x-request-id': id } });
    expect(first.headers).toMatchObject({ 'x-request-id': id, 'x-trace-id': id });
    const second = await ask('/api/quizzes');
    expect(second.headers['x-request-id']).toMatch(/^[\da-f]{32}$/);
    const kept = site.nginx.kept().join('\n').toLowerCase();
    expect(kept).toContain('content-security-policy');
    expect(kept).not.toMatch(/request-id|trace-id|ratelimit|server-timing|set-cookie|x-cache:/);
    expect(kept).not.toContain(id);
  });

  it('answers HEAD and a part of it from what was kept', async () => {
    const whole = await ask('/api/quizzes');
    const head = await ask('/api/quizzes', { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(whole.body)));
    const part = await ask('/api/quizzes', { headers: { range: 'bytes=1-7' } });
    expect([200, 206]).toContain(part.status);
    expect(part.body).toBe(part.status === 206 ? whole.body.slice(1, 8) : whole.body);
    expect([head, part].map(outcome)).toEqual(['HIT', 'HIT']);
  });

  it('keeps no refusal', async () => {
    const path = '/api/quizzes?limit=0';
    const replies = [await ask(path), await ask(path)];
    expect(replies.map(({ status }) => status)).toEqual([422, 422]);
    expect(replies.map(outcome)).toEqual(['MISS', 'MISS']);
  });

  it('keeps the words that somebody searched for out of every file', async () => {
    const path = '/api/quizzes?q=a-private-word';
    expect([await ask(path), await ask(path)].map(outcome)).toEqual(['BYPASS', 'BYPASS']);
    expect(site.nginx.kept()).toEqual([]);
  });
});

describe('what was kept', () => {
  it.each([
    ['an access token', () => ({ authorization: 'Bearer of-somebody' })],
    ['a cookie', () => ({ cookie: 'qm_refresh=of-somebody' })],
  ])('is neither made by nor answered to a request with %s', async (_, headers) => {
    for (const path of ['/api/quizzes', `/api/quizzes/${exam.quizId}`, '/api/categories']) {
      expect(outcome(await ask(path, { headers: headers() }))).toBe('BYPASS');
      expect(outcome(await ask(path))).toBe('MISS');
      expect(outcome(await ask(path, { headers: headers() }))).toBe('BYPASS');
    }
    expect(site.nginx.kept().join('')).not.toContain('of-somebody');
  });

  it('is never an answer to somebody signed in, whatever its address looks like', async () => {
    for (const [path, status] of [
      ['/api/auth/me', 200],
      ['/api/auth/me/x.css', 404],
      ['/api/auth/me/x.js?v=1', 404],
      ['/api/quizzes/../auth/me', 404],
      ['/api/quizzes/%2e%2e/auth/me', 404],
      ['/api/quizzes/..%2Fauth%2Fme', 422],
      ['/api/quizzes/%252e%252e/auth/me', 404],
      ['/api/quizzes/;/../../auth/me', 404],
      [`/api/quizzes/${exam.quizId}/x.css`, 404],
      ['/assets/../api/auth/me', 404],
      ['//api/auth/me', 404],
    ] as const) {
      const own = await ask(path, { headers: person.credentials });
      expect(own.status, path).toBe(status);
      const stranger = await ask(path);
      expect(stranger.status, path).toBe(status === 200 ? 401 : status);
      expect(stranger.body, path).not.toContain(person.id);
    }
    expect(site.nginx.kept()).toEqual([]);
  });

  it('is not poisoned by another name for the site', async () => {
    const forged = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    await ask('/api/quizzes', { headers: forged });
    for (const host of ['evil.example', 'evil.example:80', '127.0.0.1.evil.example']) {
      const reply = await ask('/api/quizzes', { headers: { host } });
      expect(reply.status, host).toBe(421);
      expect(reply.headers['content-type'], host).toMatch(/^application\/problem\+json/);
    }
    const { body, headers } = await ask('/api/quizzes');
    expect(`${body}${JSON.stringify(headers)}`).not.toContain('evil');
    expect(site.nginx.kept().join('')).not.toContain('evil');
  });

  it('is one answer for one address exactly as it was written', async () => {
    const id = exam.quizId;
    await ask('/api/quizzes');
    await ask(`/api/quizzes/${id}`);
    for (const path of [
      '/api/%71uizzes',
      '/api/quizzes%3Flimit=1',
      '/api//quizzes',
      '/api/./quizzes',
      `/api/quizzes/${id.toUpperCase()}`,
      `/api/quizzes/${id}?x=1`,
      `/api/quizzes/${id}#part`,
      '/api/categories?x=1',
    ]) {
      expect(['BYPASS', undefined], path).toContain(outcome(await ask(path)));
    }
  });

  it('is an answer to the very question: another order is asked anew, a question put twice is refused', async () => {
    const [one, other] = ['/api/quizzes?limit=1&sort=title', '/api/quizzes?sort=title&limit=1'];
    const replies = [await ask(one), await ask(other), await ask(one), await ask(other)];
    expect(replies.map(outcome)).toEqual(['MISS', 'MISS', 'HIT', 'HIT']);
    expect(new Set(replies.map(({ body }) => body)).size).toBe(1);
    expect((await ask('/api/quizzes?limit=1&sort=title&limit=2')).status).toBe(422);
  });
});
