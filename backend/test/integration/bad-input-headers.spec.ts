import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startHarness } from './identity-harness.js';

interface Case {
  path: string;
  status: number;
  init?: RequestInit;
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('security headers', () => {
  let api: Harness;

  beforeAll(async () => {
    api = await startHarness();
  });
  afterAll(() => api.stop());

  const cases: [string, Case][] = [
    ['a list', { path: '/api/quizzes', status: 200 }],
    ['health', { path: '/api/health', status: 200 }],
    ['the documentation', { path: '/api/docs', status: 200 }],
    ['the OpenAPI document', { path: '/api/openapi.json', status: 200 }],
    ['an unknown address', { path: '/api/nothing', status: 404 }],
    ['an address that cannot be decoded', { path: '/api/%zz', status: 400 }],
    ['a route that wants a sign-in', { path: '/api/auth/me', status: 401 }],
    [
      'broken JSON',
      {
        path: '/api/auth/login',
        status: 400,
        init: { method: 'POST', headers: JSON_TYPE, body: '{' },
      },
    ],
    [
      'a body that is not valid',
      {
        path: '/api/auth/login',
        status: 422,
        init: { method: 'POST', headers: JSON_TYPE, body: '{}' },
      },
    ],
    [
      'a body over the limit',
      {
        path: '/api/auth/login',
        status: 413,
        init: { method: 'POST', headers: JSON_TYPE, body: 'x'.repeat(2_000_000) },
      },
    ],
    [
      'a body of another type',
      { path: '/api/auth/login', status: 415, init: { method: 'POST', body: 'x' } },
    ],
    [
      'a compressed body',
      {
        path: '/api/auth/login',
        status: 415,
        init: { method: 'POST', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: 'x' },
      },
    ],
  ];

  it.each(cases)('are on %s', async (_, { path, status, init }) => {
    const response = await fetch(`${api.url}${path}`, init);
    await response.arrayBuffer();
    expect(response.status).toBe(status);
    const header = (name: string) => response.headers.get(name) ?? '';
    const policy = header('content-security-policy');
    expect(policy).toMatch(/default-src '(self|none)'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|script-src[^;]*\*/);
    if (path.startsWith('/api/docs')) expect(policy).toContain("script-src 'self'");
    expect(header('strict-transport-security')).toMatch(/max-age=\d{8}/);
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('referrer-policy')).not.toBe('');
    expect(header('x-request-id')).not.toBe('');
    if (path.startsWith('/api/') && !path.startsWith('/api/docs')) {
      // Only what everybody may see may be kept, and is asked about each time.
      const kept = path === '/api/quizzes' ? 'public, max-age=0, must-revalidate' : 'no-store';
      expect(header('cache-control')).toBe(kept);
    }
    expect(response.headers.has('x-powered-by')).toBe(false);
    expect(response.headers.has('server')).toBe(false);
  });
});
