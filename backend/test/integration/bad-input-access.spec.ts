import { Controller, Get } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiModule } from '../../src/api.module.js';
import { loadApiConfig } from '../../src/config/load-config.js';
import { createApiApp } from '../../src/http/create-api-app.js';
import { createWinston } from '../../src/logger/winston.js';
import { createTestDatabase } from '../support/database.js';
import { createTestRedis } from '../support/redis.js';
import {
  bearer,
  type Harness,
  JWT_SECRET,
  register,
  type SignedIn,
  startHarness,
} from './identity-harness.js';

/** All that nobody needs to sign in for; a route that is not here must refuse who is not signed in. */
const PUBLIC = [
  'POST /api/auth/register',
  'POST /api/auth/login',
  'POST /api/auth/refresh',
  'POST /api/auth/logout',
  'GET /api/categories',
  'GET /api/quizzes',
  'GET /api/quizzes/{id}',
  'GET /api/media/{id}',
  'GET /api/imports/sample.docx',
  'GET /api/health',
  'GET /api/health/live',
  'GET /api/health/ready',
];
/** What a student may call; every other route that is not public is for admins. */
const STUDENT = [
  'GET /api/auth/me',
  'POST /api/quizzes/{id}/attempts',
  'GET /api/attempts',
  'GET /api/attempts/{id}',
  'PATCH /api/attempts/{id}/progress',
  'POST /api/attempts/{id}/submit',
  'GET /api/attempts/{id}/result',
  'GET /api/attempts/{id}/review',
  'GET /api/attempts/{id}/time',
  'POST /api/attempts/{id}/pause',
  'POST /api/attempts/{id}/resume',
  'POST /api/attempts/{id}/client-reports',
  'GET /api/events',
  'GET /api/attempts/{id}/receipts/{receiptId}',
];

@Controller('forgotten')
class ForgottenController {
  @Get()
  read(): string {
    return 'published by mistake';
  }
}

describe('a route without a declared policy', () => {
  it('stops the start of the API', async () => {
    const database = await createTestDatabase();
    const config = loadApiConfig({
      NODE_ENV: 'test',
      DATABASE_URL: database.appUrl,
      REDIS_URL: await createTestRedis(),
      JWT_SECRET,
      LOG_LEVEL: 'error',
    });
    const api = ApiModule.for(config, createWinston(config, 'api'));
    const app = await createApiApp({ ...api, controllers: [ForgottenController] }, config);
    await expect(app.init()).rejects.toThrow(/policy.*ForgottenController\.read/);
    await app.close();
    await database.drop();
  });
});

describe('every route of the API', () => {
  let api: Harness;
  let student: SignedIn;
  let routes: string[];

  beforeAll(async () => {
    api = await startHarness();
    student = await register(api);
    const response = await api.get('/api/openapi.json');
    const { paths } = (await response.json()) as { paths: Record<string, object> };
    routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
  });
  afterAll(() => api.stop());

  const call = (route: string, headers: Record<string, string> = {}) => {
    const [method, path = ''] = route.split(' ');
    const filled = path.replaceAll(/\{\w+\}/g, () => crypto.randomUUID());
    return fetch(`${api.url}${filled}`, { method, headers });
  };
  const protectedRoutes = () => routes.filter((route) => !PUBLIC.includes(route));
  const adminRoutes = () => protectedRoutes().filter((route) => !STUDENT.includes(route));

  it('is known: the lists above have no route that is gone', () => {
    expect(routes).toEqual(expect.arrayContaining([...PUBLIC, ...STUDENT]));
    expect(adminRoutes().length).toBeGreaterThan(10);
  });

  it('refuses who is not signed in, unless it is public', async () => {
    for (const route of protectedRoutes()) {
      const response = await call(route);
      expect([route, response.status]).toEqual([route, 401]);
      expect(await response.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });

  it.each([
    ['a forged token', (token: string) => bearer(`${token.slice(0, -4)}AAAA`)],
    ['another scheme', (token: string) => ({ authorization: `Basic ${token}` })],
    ['the token in a cookie', (token: string) => ({ cookie: `access_token=${token}` })],
  ])('refuses %s, unless it is public', async (_, headers) => {
    for (const route of protectedRoutes()) {
      const response = await call(route, headers(student.accessToken));
      expect([route, response.status]).toEqual([route, 401]);
    }
  });

  it('refuses a student with 403 when it is for admins', async () => {
    for (const route of adminRoutes()) {
      const response = await call(route, bearer(student.accessToken));
      expect([route, response.status]).toEqual([route, 403]);
      expect(await response.json()).toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('answers a student without a fault of the server when it is not', async () => {
    for (const route of [...PUBLIC, ...STUDENT]) {
      const { status } = await call(route, bearer(student.accessToken));
      expect([route, status]).not.toEqual([route, 403]);
      expect(status, route).toBeLessThan(500);
    }
  });

  it('answers an admin without a fault of the server, whatever is missing in the request', async () => {
    const admin = await register(api);
    await api.sql.query(`UPDATE users SET role = 'ADMIN' WHERE id = $1`, [admin.userId]);
    for (const route of adminRoutes()) {
      const { status } = await call(route, bearer(admin.accessToken));
      expect([route, status]).not.toEqual([route, 403]);
      expect(status, route).toBeLessThan(500);
    }
  });

  it('answers 422 to an id that is no UUID', async () => {
    const admin = await register(api);
    await api.sql.query(`UPDATE users SET role = 'ADMIN' WHERE id = $1`, [admin.userId]);
    for (const route of routes.filter((name) => name.includes('{'))) {
      const named = route.replaceAll(/\{\w+\}/g, 'not-a-uuid');
      const response = await call(named, bearer(admin.accessToken));
      expect([route, response.status]).toEqual([route, 422]);
    }
  });
});
