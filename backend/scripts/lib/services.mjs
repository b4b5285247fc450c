import { join } from 'node:path';
import { databaseUrl, prepareDatabase, APP_ROLE, withClient } from './database.mjs';
import { keepAlive } from './keep-alive.mjs';
import { PlainError } from './plain-error.mjs';
import { OWNER_ROLE, startPostgres } from './postgres.mjs';
import { say } from './progress.mjs';
import { redisProblem } from './redis-probe.mjs';
import { startRedis } from './redis.mjs';

const DATABASE = 'quizmaster';

/**
 * The database of an instance: the one that DATABASE_URL names, or one of its own.
 * @typedef {{ ownerUrl: string, appUrl: string, isOwn: boolean, keeper?: Keeper }} Database
 * @typedef {Awaited<ReturnType<typeof keepAlive>>} Keeper
 * @typedef {(name: string, pid: number) => void} OnStarted
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./data-dir.mjs').DataDir} dataDir
 * @param {OnStarted} onStarted
 * @returns {Promise<Database>}
 */
export async function openDatabase(env, dataDir, onStarted) {
  if (env.DATABASE_URL) {
    const ownerUrl = env.MIGRATION_DATABASE_URL || env.DATABASE_URL;
    await checkDatabase(ownerUrl);
    return { ownerUrl, appUrl: env.DATABASE_URL, isOwn: false };
  }
  const { ownerPassword, appPassword } = dataDir.secrets();
  const logFile = dataDir.logFile('postgres');
  const options = { dir: join(dataDir.dir, 'postgres'), password: ownerPassword, logFile };
  /** @type {number | undefined} */
  let port;
  const keeper = await keepAlive({
    name: 'Postgres',
    logFile,
    start: async () => {
      const server = await startPostgres({ ...options, ...(port ? { port } : {}) });
      if (!port && server.notice) say(server.notice);
      // The same port when it is started again, since the others were told of it.
      port = server.port;
      return server;
    },
    onStarted: ({ pid }) => onStarted('postgres', pid),
  });
  const at = (/** @type {string} */ role, /** @type {string} */ password, database = DATABASE) =>
    databaseUrl({ role, password, port: port ?? 0, database });
  try {
    const adminUrl = at(OWNER_ROLE, ownerPassword, 'postgres');
    await prepareDatabase({ adminUrl, database: DATABASE, appPassword });
  } catch (error) {
    await keeper.stop(2000);
    throw new PlainError(`The database in ${options.dir} does not open: ${firstLine(error)}.`);
  }
  return {
    ownerUrl: at(OWNER_ROLE, ownerPassword),
    appUrl: at(APP_ROLE, appPassword),
    isOwn: true,
    keeper,
  };
}

/**
 * The Redis of an instance: the one that REDIS_URL names, or one of its own.
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./data-dir.mjs').DataDir} dataDir
 * @param {OnStarted} onStarted
 * @returns {Promise<{ url: string, keeper?: Keeper }>}
 */
export async function openRedis(env, dataDir, onStarted) {
  if (isRedisFound(env)) return { url: '' };
  const given = givenRedisUrl(env);
  if (given) {
    await checkRedis(given);
    return { url: given };
  }
  const logFile = dataDir.logFile('redis');
  const options = {
    dir: join(dataDir.dir, 'redis'),
    password: dataDir.secrets().redisPassword,
    logFile,
    say,
  };
  /** @type {import('./redis.mjs').RedisServer | undefined} */
  let server;
  const keeper = await keepAlive({
    name: 'Redis',
    logFile,
    start: async () => {
      server = await startRedis({ ...options, ...(server ? { port: server.port } : {}) });
      return server;
    },
    onStarted: ({ pid }) => onStarted('redis', pid),
  });
  return { url: server?.url ?? '', keeper };
}

/**
 * Whether the processes find their Redis themselves: by sentinels, or as a cluster.
 * @param {NodeJS.ProcessEnv} env
 */
export function isRedisFound(env) {
  return Boolean(env.REDIS_SENTINELS || env.REDIS_CLUSTER);
}

/**
 * The address of a Redis that the user has, by REDIS_URL or by REDIS_HOST and its companions.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null}
 */
export function givenRedisUrl(env) {
  if (env.REDIS_URL) return env.REDIS_URL;
  if (!env.REDIS_HOST) return null;
  const password = env.REDIS_PASSWORD ? `:${encodeURIComponent(env.REDIS_PASSWORD)}@` : '';
  return `redis://${password}${env.REDIS_HOST}:${env.REDIS_PORT || 6379}`;
}

/** @param {string} url */
export async function checkRedis(url) {
  const problem = await redisProblem(url);
  if (problem)
    throw new PlainError(`The Redis of REDIS_URL (or REDIS_HOST) cannot be used: ${problem}.`);
}

/** @param {string} url */
async function checkDatabase(url) {
  try {
    await withClient(url, (client) => client.query('SELECT 1'));
  } catch (error) {
    throw new PlainError(
      `The database that DATABASE_URL names cannot be used: ${firstLine(error)}.`,
    );
  }
}

/** @param {unknown} error */
function firstLine(error) {
  const message =
    error instanceof Error
      ? error.message || String(/** @type {NodeJS.ErrnoException} */ (error).code)
      : String(error);
  return (message.split('\n')[0] ?? '').replace(/\.$/, '');
}
