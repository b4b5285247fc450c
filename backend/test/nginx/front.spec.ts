import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { freePort } from '../../scripts/lib/ports.mjs';
import { Nginx, PAGES } from '../support/nginx.js';
import { NginxSite } from '../support/nginx-site.js';
import { rawAsk, type RawReply, type RawRequest } from '../support/raw-ask.js';

const SECURITY = [
  'content-security-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

/** Of lines that are written in a moment. */
const SOON = { timeout: 10_000, interval: 20 };

let site: NginxSite;

beforeAll(async () => {
  site = await NginxSite.open();
});
afterAll(() => site.close());

const ask = (path: string, request?: RawRequest): Promise<RawReply> =>
  rawAsk(site.url, path, request);

function securityOf({ headers }: RawReply) {
  return Object.fromEntries(SECURITY.map((name) => [name, headers[name]]));
}

function asset(ending: string): string {
  const name = readdirSync(join(PAGES, 'assets')).find((file) => file.endsWith(ending));
  if (name === undefined) throw new Error(`no asset ends in ${ending}`);
  return name;
}

async function expectProblem(reply: RawReply, status: number, code: string): Promise<void> {
  expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(JSON.parse(reply.body)).toMatchObject({ status, code, type: 'about:blank' });
  expect(reply.status).toBe(status);
  expect(JSON.parse(reply.body)).toHaveProperty('requestId', reply.headers['x-request-id']);
  expect(reply.headers['cache-control']).toBe('no-store');
  expect(securityOf(reply)).toEqual(securityOf(await ask('/api/health/live')));
}

describe('the pages', () => {
  it('are the app at every address that is no file and not of the API, asked for anew each time', async () => {
    const page = readFileSync(join(PAGES, 'index.html'), 'utf8');
    for (const path of ['/', '/quizzes/some-quiz', '/attempts/x?question=2', '/apis']) {
      const reply = await ask(path);
      expect(reply, path).toMatchObject({ status: 200, body: page });
      expect(reply.headers['cache-control'], path).toBe('no-cache');
      expect(reply.headers['content-type'], path).toBe('text/html; charset=utf-8');
    }
  });

  it('have assets that are kept for a year, and a service worker that is not', async () => {
    const { status, headers } = await ask(`/assets/${asset('.js')}`);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    const worker = await ask('/sw.js');
    expect(worker.headers).toMatchObject({ 'cache-control': 'no-cache' });
    expect(worker.status).toBe(200);
  });

  it.each([
    ['br', 'br, gzip', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const)('are sent as the build compressed them: %s', async (encoding, accepted, expand) => {
    for (const path of ['/', `/assets/${asset('.js.br').replace(/\.br$/, '')}`]) {
      const response = await fetch(new URL(path, site.url), {
        headers: { 'accept-encoding': accepted },
      });
      expect(response.headers.get('content-encoding'), path).toBe(encoding);
      expect(response.headers.get('vary'), path).toMatch(/accept-encoding/i);
      const file = join(PAGES, path === '/' ? 'index.html' : path);
      const compressed = readFileSync(`${file}.${encoding === 'br' ? 'br' : 'gz'}`);
      expect(expand(compressed)).toEqual(readFileSync(file));
      expect(response.headers.get('content-length'), path).toBe(String(compressed.length));
      expect(Buffer.from(await response.arrayBuffer())).toEqual(readFileSync(file));
    }
  });

  it('answer HEAD, a part, and what the browser has already', async () => {
    const path = `/assets/${asset('.css')}`;
    const whole = await ask(path);
    expect(await ask(path, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    const part = await ask(path, { headers: { range: 'bytes=0-9' } });
    expect(part).toMatchObject({ status: 206, body: whole.body.slice(0, 10) });
    const known = await ask(path, { headers: { 'if-none-match': String(whole.headers.etag) } });
    expect(known).toMatchObject({ status: 304, body: '' });
    const beyond = await ask(path, { headers: { range: 'bytes=99999999-' } });
    expect(beyond.status).toBe(416);
  });

  it('have the same security headers as the API', async () => {
    const own = securityOf(await ask('/api/health/live'));
    expect(Object.values(own)).not.toContain(undefined);
    for (const path of ['/', '/sw.js', `/assets/${asset('.js')}`]) {
      expect(securityOf(await ask(path)), path).toEqual(own);
    }
  });
});

describe('what nginx refuses is told as the API tells it:', () => {
  it('a file that is not there', async () => {
    await expectProblem(await ask('/assets/index-of-before.js'), 404, 'NOT_FOUND');
    await expectProblem(await ask('/.env'), 404, 'NOT_FOUND');
  });

  it('a page that is to take something', async () => {
    await expectProblem(await ask('/', { method: 'POST' }), 405, 'METHOD_NOT_ALLOWED');
  });

  it('a body that is too large', async () => {
    const body = 'x'.repeat(1024 * 1024 + 1);
    const request = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
    await expectProblem(await ask('/api/auth/login', request), 413, 'BODY_TOO_LARGE');
  });

  it('an address that is too long', async () => {
    const reply = await ask(`/api/quizzes?q=${'x'.repeat(5000)}`);
    await expectProblem(reply, 414, 'ADDRESS_TOO_LONG');
  });

  it('headers that are too large', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7, '.repeat(1000) };
    await expectProblem(await ask('/api/quizzes', { headers }), 431, 'HEADERS_TOO_LARGE');
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [`x-some-${n}`, 'x'.repeat(1000)]),
    );
    const { status } = await ask('/api/quizzes', { headers: many });
    expect([400, 431]).toContain(status);
  });

  it('what is not HTTP', async () => {
    const said = await new Promise<string>((done, fail) => {
      let text = '';
      const socket = connect(site.nginx.ports.http, '127.0.0.1', () =>
        socket.write('WHAT\r\n\r\n'),
      );
      socket.on('data', (part) => (text += part.toString()));
      socket.on('end', () => done(text));
      socket.on('error', fail);
    });
    expect(said).toContain('"code":"BAD_REQUEST"');
  });

  it('an API that is gone', async () => {
    const nginx = await Nginx.start({ apiPorts: [await freePort()] });
    onTestFinished(() => nginx.stop());
    for (const path of ['/api/quizzes', '/api/auth/me', '/api/events']) {
      const reply = await rawAsk(nginx.url, path);
      await expectProblem(reply, 502, 'API_UNAVAILABLE');
      expect(reply.headers['retry-after'], path).toBe('2');
    }
    expect((await rawAsk(nginx.url, '/')).status).toBe(200);
  });
});

describe('who asks', () => {
  /** The address that the API took a request to be from. */
  async function seenAs(headers: Record<string, string | string[]>): Promise<unknown> {
    const { headers: answered } = await ask('/api/health/live', { headers });
    const [api] = site.apis;
    return vi.waitFor(() => {
      const line = api?.log.find(({ requestId }) => requestId === answered['x-request-id']);
      if (line === undefined) throw new Error('not logged yet');
      return line.context.ip;
    }, SOON);
  }

  it('is whoever nginx sees, whatever a request claims', async () => {
    expect(await seenAs({})).toBe('127.0.0.1');
    const claims: Record<string, string | string[]>[] = [
      { 'x-forwarded-for': '203.0.113.7' },
      { 'x-forwarded-for': ['203.0.113.7', '203.0.113.8'] },
      { 'x-forwarded-for': `${'203.0.113.7, '.repeat(200)}203.0.113.9` },
      { 'x-real-ip': '203.0.113.7', forwarded: 'for=203.0.113.7', 'x-client-ip': '203.0.113.7' },
    ];
    for (const claimed of claims) {
      expect(await seenAs(claimed)).toBe('127.0.0.1');
    }
  });

  it('is not told to the API by the answers that are kept either', async () => {
    const id = 'asked-through-the-cache';
    await site.nginx.purge();
    await ask('/api/quizzes', {
      headers: { 'x-forwarded-for': '203.0.113.7', 'x-request-id': id },
    });
    const [api] = site.apis;
    await vi.waitFor(() => {
      const line = api?.log.find(({ requestId }) => requestId === id);
      expect(line?.context).toMatchObject({ ip: '127.0.0.1', url: '/api/quizzes' });
    }, SOON);
  });

  it('cannot forge a line of the log by the id of a request', async () => {
    const { headers } = await ask('/', { headers: { 'x-request-id': 'x"}{"level":"error"' } });
    expect(headers['x-request-id']).toMatch(/^[\da-f]{32}$/);
  });

  it('leaves a line each in the access log, with its outcome in the cache and without its words', async () => {
    await site.nginx.purge();
    const ids = ['first-of-the-log', 'second-of-the-log', 'third-of-the-log'];
    const headers = ids.map((id) => ({ 'x-request-id': id }));
    await ask('/api/quizzes', { headers: headers[0] ?? {} });
    await ask('/api/quizzes', { headers: headers[1] ?? {} });
    await ask('/api/quizzes?q=a-typed-word', { headers: headers[2] ?? {} });
    const lines = await vi.waitFor(() => {
      const found = site.nginx.accessLog().filter(({ requestId }) => ids.includes(requestId));
      expect(found).toHaveLength(3);
      return found;
    }, SOON);
    expect(lines.map(({ cache }) => cache)).toEqual(['MISS', 'HIT', 'BYPASS']);
    expect(JSON.stringify(lines)).not.toContain('a-typed-word');
  });
});
