import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { APP_ROLE, createDatabase, dropDatabase, grantToApp, withDatabase } from './database.mjs';
import { applyMigrations } from './migrations.mjs';
import { sendSignal } from './processes.mjs';
import { startRedis } from './redis.mjs';
import {
  THROWAWAY_SETTINGS,
  makeScratchDir,
  startScratchPostgres,
  startScratchRedis,
} from './scratch-services.mjs';

/** Enough for a database of its own for every test file. */
const REDIS_DATABASES = 512;
const TEMPLATE = 'quizmaster';

/** One Postgres with a migrated template database and one Redis, for a run of the tests. */
export async function startTestServices() {
  const dir = makeScratchDir();
  const stops = [() => Promise.resolve(rmSync(dir, { recursive: true, force: true }))];
  const stop = async () => {
    for (const step of stops.splice(0).reverse()) await step();
  };
  try {
    const postgres = await startScratchPostgres(dir, {
      ...THROWAWAY_SETTINGS,
      max_connections: '300',
    });
    stops.push(() => postgres.server.stop());
    await migrateAndGrant(withDatabase(postgres.adminUrl, TEMPLATE));
    const redis = await startScratchRedis(dir, { databases: REDIS_DATABASES });
    stops.push(() => redis.server.stop());
    const handle = {
      adminUrl: postgres.adminUrl,
      appPassword: postgres.appPassword,
      redisUrl: redis.server.url,
    };
    return { handle, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {{ adminUrl: string, appPassword: string }} handle
 */
export async function cloneTestDatabase({ adminUrl, appPassword }) {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await createDatabase(adminUrl, name, TEMPLATE);
  const ownerUrl = withDatabase(adminUrl, name);
  return {
    ownerUrl,
    appUrl: asAppRole(ownerUrl, appPassword),
    drop: () => dropDatabase(adminUrl, name),
  };
}

/** A Redis of its own, on a port that stays the same when it is stopped and started again. */
export async function startOwnRedis() {
  const dir = makeScratchDir();
  const first = await startScratchRedis(dir);
  let server = first.server;
  return {
    url: server.url,
    kill: async () => {
      server.signal('SIGKILL');
      await server.exited;
    },
    freeze: () => sendSignal(server.pid, 'SIGSTOP'),
    thaw: () => sendSignal(server.pid, 'SIGCONT'),
    restart: async () => {
      server = await startRedis(first.options);
    },
    stop: async () => {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** @param {string} ownerUrl */
export async function migrateAndGrant(ownerUrl) {
  await applyMigrations(ownerUrl);
  await grantToApp(ownerUrl);
}

/**
 * @param {string} ownerUrl
 * @param {string} password
 */
export function asAppRole(ownerUrl, password) {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = password;
  return url.href;
}
