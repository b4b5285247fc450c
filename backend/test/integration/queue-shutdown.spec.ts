import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type OwnRedis,
  startOwnRedis,
  type TestDatabase,
} from '../../scripts/lib/test-services.mjs';
import { AppProcess, DIST } from '../support/app-process.js';
import { createTestDatabase } from '../support/database.js';

const ENDS_WITHIN_MS = 10_000;

let redis: OwnRedis;
let database: TestDatabase;

beforeAll(async () => {
  redis = await startOwnRedis();
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  await redis.stop();
});

function start(name: 'main' | 'worker'): Promise<AppProcess> {
  return AppProcess.start(name, env());
}

function env(): Record<string, string> {
  return {
    DATABASE_URL: database.appUrl,
    REDIS_URL: redis.url,
    JWT_SECRET: 'a signing key of the tests, long enough for the start',
    HOST: '127.0.0.1',
    PORT: '0',
    SHUTDOWN_DRAIN_SECONDS: '8',
  };
}

/** The API as a part of a program that goes on: told to close, it must leave nothing behind that keeps it alive. */
const CLOSING_API = `
  import 'reflect-metadata';
  const load = (file) => import(process.argv[1] + '/' + file);
  const { loadApiConfig } = await load('config/load-config.js');
  const { createWinston } = await load('logger/winston.js');
  const { ApiModule } = await load('api.module.js');
  const { createApiApp } = await load('http/create-api-app.js');
  const config = loadApiConfig();
  const app = await createApiApp(ApiModule.for(config, createWinston(config, 'api')), config);
  await app.listen(0, '127.0.0.1');
  process.once('message', async () => {
    await app.close();
    process.disconnect();
  });
  process.send('ready');`;

async function expectCleanEnd(app: AppProcess): Promise<void> {
  const ending = await app.end('SIGTERM');
  expect(ending).toMatchObject({ code: 0, signal: null });
  expect(ending.milliseconds).toBeLessThan(ENDS_WITHIN_MS);
  expect(app.noise).toEqual([]);
}

describe.each(['main', 'worker'] as const)('SIGTERM to the process of %s', (name) => {
  it('ends it cleanly with everything there', async () => {
    await expectCleanEnd(await start(name));
  });

  it('ends it cleanly when Redis died before', async () => {
    const app = await start(name);
    await redis.kill();
    await expectCleanEnd(app);
    await redis.restart();
  });

  it('ends it cleanly when Redis froze before', async () => {
    const app = await start(name);
    redis.freeze();
    try {
      await expectCleanEnd(app);
    } finally {
      redis.thaw();
    }
  });

  it('ends it cleanly when Redis was never there', async () => {
    await redis.kill();
    await expectCleanEnd(await start(name));
    await redis.restart();
  });
});

describe('the API closed inside a program', () => {
  it('leaves no connection that goes on looking for a Redis that is away', async () => {
    const app = await AppProcess.run(['--input-type=module', '-e', CLOSING_API, DIST], env());
    await redis.kill();
    const { code, signal } = await app.ended('close');
    await redis.restart();
    expect({ code, signal, noise: app.noise }).toEqual({ code: 0, signal: null, noise: [] });
  });
});
