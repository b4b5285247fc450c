import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUrl, prepareDatabase } from './database.mjs';
import { OWNER_ROLE, startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';

/** For databases that are thrown away: nothing in them has to survive a power cut. */
export const THROWAWAY_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // What a transaction writes to a table that it has emptied need not be logged.
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** A new folder that every user may enter, since Postgres may have to run as another one. */
export function makeScratchDir() {
  const dir = mkdtempSync(join(tmpdir(), 'quizmaster-'));
  chmodSync(dir, 0o755);
  return dir;
}

/**
 * Starts a Postgres with an empty database `quizmaster` and the two roles, in a folder of its own.
 * @param {string} dir
 * @param {Record<string, string>} [settings]
 */
export async function startScratchPostgres(dir, settings = {}) {
  const [password, appPassword] = [secret(), secret()];
  const options = {
    dir: join(dir, 'postgres'),
    password,
    logFile: join(dir, 'logs', 'postgres.log'),
    settings,
  };
  const server = await startPostgres(options);
  const adminUrl = databaseUrl({
    role: OWNER_ROLE,
    password,
    port: server.port,
    database: 'postgres',
  });
  await prepareDatabase({ adminUrl, database: 'quizmaster', appPassword });
  return { server, options: { ...options, port: server.port }, adminUrl, appPassword };
}

/**
 * @param {string} dir
 * @param {{ databases?: number }} [extra]
 */
export async function startScratchRedis(dir, extra = {}) {
  const options = {
    ...extra,
    dir: join(dir, 'redis'),
    password: secret(),
    logFile: join(dir, 'logs', 'redis.log'),
  };
  const server = await startRedis(options);
  return { server, options: { ...options, port: server.port } };
}

/**
 * Runs something with a Postgres that exists only for it.
 * @template T
 * @param {(adminUrl: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withScratchPostgres(use) {
  const dir = makeScratchDir();
  try {
    const { server, adminUrl } = await startScratchPostgres(dir, THROWAWAY_SETTINGS);
    try {
      return await use(adminUrl);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function secret() {
  return randomBytes(18).toString('hex');
}
