import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type Harness, PASSWORD, register, startHarness } from './identity-harness.js';

const LOGIN = { email: 'nobody@example.org', password: PASSWORD };
const MEBIBYTE = 1024 * 1024;

interface Sent {
  body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  type?: string | null;
  headers?: Record<string, string>;
  path?: string;
  method?: string;
}

describe('a request that cannot be served', () => {
  let api: Harness;

  beforeAll(async () => {
    api = await startHarness({ RATE_LIMIT_LOGIN: '100000', RATE_LIMIT_LOGIN_ADDRESS: '100000' });
  });
  afterAll(() => api.stop());

  const send = (sent: Sent) => {
    const { body, type = 'application/json', headers, path = '/api/auth/login' } = sent;
    return fetch(`${api.url}${path}`, {
      method: sent.method ?? 'POST',
      headers: { ...(type === null ? {} : { 'content-type': type }), ...headers },
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    });
  };

  /** The status and code of the answer, after checking that it is one of ours and that all is well. */
  const refusal = async (sent: Sent): Promise<string> => {
    const response = await send(sent);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({
      type: expect.any(String) as unknown,
      title: expect.any(String) as unknown,
      status: response.status,
      code: expect.stringMatching(/^[A-Z_]+$/) as unknown,
      detail: expect.any(String) as unknown,
      requestId: response.headers.get('x-request-id'),
    });
    expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.js:|prisma|SELECT|FST_|Fastify/i);
    expect((await api.get('/api/health/live')).status).toBe(200);
    return `${response.status} ${String(problem.code)}`;
  };

  const json = JSON.stringify(LOGIN);
  const withKey = (key: string) => `{"email":"a@example.org","password":"${PASSWORD}",${key}}`;
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  it('is answered well when nothing is wrong with it, to compare', async () => {
    expect(await refusal({ body: json })).toBe('401 INVALID_CREDENTIALS');
  });

  it.each([
    ['truncated', json.slice(0, -1)],
    ['followed by more', `${json}}`],
    ['of single quotes', json.replaceAll('"', "'")],
    ['with a __proto__ key', withKey('"__proto__":{"role":"ADMIN"}')],
    ['with a __proto__ key in escapes', withKey('"\\u005f_proto_\\u005f":{"role":"ADMIN"}')],
    ['with a constructor.prototype key', withKey('"constructor":{"prototype":{"role":"ADMIN"}}')],
    ['with a __proto__ key deep inside', withKey('"a":[{"b":{"__proto__":{}}}]')],
  ])('is 400 for JSON that is %s', async (_, body) => {
    expect(await refusal({ body })).toBe('400 BAD_JSON');
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it.each(['/api/quizzes/%zz', '/api/quizzes/%', '/api/media/%c0%ae', '/%zz'])(
    'is 400 for an address that cannot be decoded: %s',
    async (path) => {
      expect(await refusal({ path, method: 'GET', type: null })).toBe('400 BAD_REQUEST');
    },
  );

  it.each([
    ['announced', `"${'x'.repeat(MEBIBYTE)}"`],
    ['in chunks without an announcement', stream(`"${'x'.repeat(MEBIBYTE)}"`)],
  ])('is 413 for a body over the limit, %s', async (_, body) => {
    expect(await refusal({ body })).toBe('413 BODY_TOO_LARGE');
  });

  it.each([
    ['text/plain', json],
    ['text/plain;charset=UTF-8', json],
    ['application/x-www-form-urlencoded', 'email=a%40example.org&password=x'],
    ['application/xml', '<login/>'],
    ['application/octet-stream', json],
    ['application/jsonp', json],
    ['nonsense', json],
  ])('is 415 for the content type %s', async (type, body) => {
    expect(await refusal({ type, body })).toBe('415 UNSUPPORTED_MEDIA_TYPE');
  });

  it('is 415 for a body of no type at all', async () => {
    const body = new TextEncoder().encode(json);
    expect(await refusal({ type: null, body })).toBe('415 UNSUPPORTED_MEDIA_TYPE');
  });

  it.each(['gzip', 'deflate', 'br', 'identity', 'gzip, gzip', 'nonsense'])(
    'is 415 for a body in the encoding %s',
    async (encoding) => {
      const headers = { 'content-encoding': encoding };
      expect(await refusal({ body: json, headers })).toBe('415 UNSUPPORTED_ENCODING');
    },
  );

  it.each([
    ['nothing', ''],
    ['null', 'null'],
    ['a bare string', '"text"'],
    ['a number', '1e400'],
    ['an array', `[${json}]`],
    ['an empty object', '{}'],
    ['an unknown field', withKey('"role":"ADMIN"')],
    ['a field twice with the second of another type', withKey('"email":1')],
    ['a nesting of 141 levels', withKey(`"a":${nested(140)}`)],
    ['a nesting of 15 000 levels', nested(15_000)],
    ['a nesting of 15 000 levels that never ends', '['.repeat(15_000)],
    ['a nesting of 500 000 levels', '{"a":'.repeat(200_000)],
  ])('is 422 for a body that is, or holds, %s', async (_, body) => {
    expect(await refusal({ body })).toBe('422 VALIDATION_FAILED');
  });

  it.each(['[]', '"text"', '{"role":"ADMIN"}'])(
    'is 422 for a body where none is read: %s',
    async (body) => {
      const { accessToken } = await register(api);
      const path = '/api/quizzes/00000000-0000-4000-8000-000000000000/attempts';
      const headers = bearer(accessToken);
      expect(await refusal({ body, path, headers })).toBe('422 VALIDATION_FAILED');
      expect(await refusal({ body: '{}', path, headers })).toBe('404 NOT_FOUND');
    },
  );

  it.each(['\\u0001', '\\u202e', '\\u0000'])(
    'is 422 for a name with what cannot be seen: %s',
    async (unseen) => {
      const body = `{"email":"unseen@example.org","password":"${PASSWORD}","name":"A${unseen}da"}`;
      expect(await refusal({ body, path: '/api/auth/register' })).toBe('422 VALIDATION_FAILED');
    },
  );

  it('is 422 at most, never 500, for text that is no Unicode', async () => {
    const bytes = new TextEncoder().encode(json);
    bytes.set([0xc0, 0xff, 0xfe], 12);
    expect(await refusal({ body: bytes })).toBe('422 VALIDATION_FAILED');
    const lone = `{"email":"b@example.org","password":"${PASSWORD}","name":"\\ud800"}`;
    const response = await send({ body: lone, path: '/api/auth/register' });
    expect([201, 422]).toContain(response.status);
  });

  it('counts brackets inside strings as text, not as nesting', async () => {
    const password = `\\"${'[{'.repeat(30)}\\\\`;
    const body = `{"email":"a@example.org","password":"${password}"}`;
    expect(await refusal({ body })).toBe('401 INVALID_CREDENTIALS');
  });

  it.each([
    'limit=1e9',
    'limit=1000000000',
    'limit=0',
    'limit=-1',
    'limit=ten',
    'limit=1.5',
    'limit=',
    'limit=1&limit=2',
    'limit[]=1',
    'cursor=%00',
    'cursor=nonsense',
    'cursor=eyJhIjoxfQ',
    `q=${'a'.repeat(5000)}`,
    'q=%00',
    'sort=price',
    'difficulty=IMPOSSIBLE',
    'unknown=1',
  ])('is 422 for the query %s', async (query) => {
    const path = `/api/quizzes?${query}`;
    expect(await refusal({ path, method: 'GET', type: null })).toBe('422 VALIDATION_FAILED');
  });

  it('is not helped by a prototype in the query', async () => {
    const response = await api.get('/api/quizzes?__proto__[role]=ADMIN&constructor.prototype.a=1');
    expect([200, 422]).toContain(response.status);
    expect(Object.hasOwn(Object.prototype, 'role')).toBe(false);
  });

  it.each([
    'not-a-uuid',
    '1',
    "1'%20OR%20'1'='1",
    '%00',
    '..%2f..%2fetc%2fpasswd',
    'a'.repeat(150),
  ])('is 422 for the id %s', async (id) => {
    for (const path of [`/api/quizzes/${id}`, `/api/media/${id}`]) {
      expect(await refusal({ path, method: 'GET', type: null })).toBe('422 VALIDATION_FAILED');
    }
  });

  it.each([
    ['GET', '/api/nothing'],
    ['GET', '/api'],
    ['DELETE', '/api/auth/login'],
    ['GET', '/api/auth/login'],
    ['PROPFIND', '/api/quizzes'],
    ['GET', '/api/..%2f..%2f.env'],
    ['GET', '//api/health'],
  ])('is 404 for %s %s', async (method, path) => {
    expect(await refusal({ method, path, type: null })).toBe('404 NOT_FOUND');
  });

  it('is 404 for an id that nothing has', async () => {
    const path = `/api/quizzes/${crypto.randomUUID()}`;
    expect(await refusal({ path, method: 'GET', type: null })).toBe('404 NOT_FOUND');
  });
});

function stream(text: string): ReadableStream<Uint8Array> {
  return new Blob([text]).stream();
}
