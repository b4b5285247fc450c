import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, PASSWORD, register, startHarness } from './identity-harness.js';

describe('what is hardly HTTP', () => {
  let api: Harness;

  beforeAll(async () => {
    api = await startHarness();
  });
  afterAll(() => api.stop());

  /** Writes the text to a connection and reads until the server closes it. */
  const talk = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.on('data', (chunk) => (answer += chunk.toString()));
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
  const get = (path: string, headers: string) =>
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`;

  it.each([
    ['noise', 'noise\r\n\r\n', 400],
    ['TLS on a port without it', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n', 400],
    ['a header without a name', get('/api/health', ': x\r\n'), 400],
    ['a NUL in a header', get('/api/health', 'X-A: a\u0000b\r\n'), 400],
    ['headers of 40 kB', get('/api/health', `X-A: ${'a'.repeat(40_000)}\r\n`), 431],
    [
      'two lengths of one body',
      'POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n' +
        'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'a chunk of no length',
      'POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n' +
        'Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
      400,
    ],
    ['an address of 20 kB', get(`/api/${'a'.repeat(20_000)}`, ''), 431],
  ])('is answered with a problem and closed: %s', async (_, text, status) => {
    const answer = await talk(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const [head = '', body = ''] = answer.split('\r\n\r\n', 2);
    expect(head.toLowerCase()).toContain('content-type: application/problem+json');
    expect(head.toLowerCase()).toContain("frame-ancestors 'none'");
    expect(JSON.parse(body)).toMatchObject({ status, code: expect.any(String) as unknown });
    expect((await api.get('/api/health')).status).toBe(200);
  });

  it('survives connections that end in the middle of a request', async () => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    socket.write(
      'POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n' +
        'Content-Length: 1000\r\n\r\n{"email":',
    );
    socket.destroy();
    const { accessToken } = await register(api);
    expect((await api.get('/api/auth/me', accessToken)).status).toBe(200);
  });

  it('takes over no request id that could forge a line of the log', async () => {
    const forged = `x"}\\n{"level":"info`;
    const response = await api.post(
      '/api/auth/login',
      { email: 'nobody@example.org', password: PASSWORD },
      { 'x-request-id': forged },
    );
    expect(response.headers.get('x-request-id')).toMatch(/^[\w.-]{8,64}$/);
    const given = await api.post('/api/auth/logout', undefined, {
      'x-request-id': 'given-by-proxy',
    });
    expect(given.headers.get('x-request-id')).toBe('given-by-proxy');
  });
});
