import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { apiEnv, workerEnv } from './app-env.mjs';
import { startApp } from './app-process.mjs';
import { ensureBuilt } from './build.mjs';
import { withDatabase } from './database.mjs';
import { freePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { sendSignal, signalTree } from './processes.mjs';
import { RAISED_LIMITS } from './raised-limits.mjs';
import { startRedis } from './redis.mjs';
import { makeScratchDir, startScratchPostgres, startScratchRedis } from './scratch-services.mjs';
import { asAppRole, migrateAndGrant } from './test-services.mjs';

/** Nobody waits long for an end, and who asks faster than people do is not held back. */
const UNHURRIED = { ...RAISED_LIMITS, SHUTDOWN_DRAIN_SECONDS: '2' };

/**
 * Starts a whole instance for one test file: the built API and worker as processes, with a
 * Postgres and a Redis of their own whose durability is the one of production.
 * @param {import('./test-instance.mjs').InstanceOptions} [options]
 */
export async function startInstance({
  env = {},
  frontend = false,
  worker = true,
  postgresSettings = {},
  prepare = async () => undefined,
} = {}) {
  await ensureBuilt({ only: 'backend' });
  if (frontend) await ensureBuilt({ only: 'frontend' });
  const dir = makeScratchDir();
  const postgres = await startScratchPostgres(dir, postgresSettings);
  const redis = await startScratchRedis(dir);
  const ownerUrl = withDatabase(postgres.adminUrl, 'quizmaster');
  await migrateAndGrant(ownerUrl);
  await prepare(ownerUrl);
  const port = await freePort();
  const settings = {
    port,
    databaseUrl: asAppRole(ownerUrl, postgres.appPassword),
    redisUrl: redis.server.url,
    jwtSecret: randomBytes(48).toString('base64url'),
    logDir: join(dir, 'logs'),
    env: { ...process.env, NODE_ENV: 'test', ...UNHURRIED, ...env },
  };
  const api = switchable('main', () => apiEnv(settings), settings.logDir);
  const parser = switchable('worker', () => workerEnv(settings), settings.logDir);
  const services = switchableServices(postgres, redis);
  const stop = async () => {
    await Promise.all([api.stop(), parser.stop()]);
    await services.stopAll();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await Promise.all([api.start(), worker ? parser.start() : undefined]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    databaseUrl: settings.databaseUrl,
    ownerUrl,
    redisUrl: settings.redisUrl,
    logDir: settings.logDir,
    jwtSecret: settings.jwtSecret,
    apiPid: api.pid,
    workerPid: parser.pid,
    killApi: api.kill,
    startApi: api.start,
    freezeApi: () => api.signal('SIGSTOP'),
    thawApi: () => api.signal('SIGCONT'),
    killWorker: parser.kill,
    startWorker: parser.start,
    freezeWorker: () => parser.signal('SIGSTOP'),
    thawWorker: () => parser.signal('SIGCONT'),
    ...services.handles,
    stop,
  };
}

/**
 * A process of the product that can be killed and started again with the same environment.
 * @param {string} name
 * @param {() => NodeJS.ProcessEnv} env
 * @param {string} logDir
 */
function switchable(name, env, logDir) {
  /** @type {import('./app-process.mjs').AppProcess | undefined} */
  let app;
  return {
    pid: () => app?.pid,
    start: async () => {
      app = startApp({ name, env: env(), logFile: join(logDir, `${name}.out.log`) });
      await app.ready;
    },
    signal: (/** @type {NodeJS.Signals} */ signal) => app?.signal(signal),
    kill: async (/** @type {NodeJS.Signals} */ signal = 'SIGKILL') => {
      app?.signal(signal);
      await app?.exited;
    },
    stop: async () => app?.stop(5000),
  };
}

/**
 * @param {Awaited<ReturnType<typeof startScratchPostgres>>} postgres
 * @param {Awaited<ReturnType<typeof startScratchRedis>>} redis
 */
function switchableServices(postgres, redis) {
  let [database, cache] = [postgres.server, redis.server];
  return {
    handles: {
      stopRedis: () => cache.stop(),
      killRedis: async () => {
        cache.signal('SIGKILL');
        await cache.exited;
      },
      startRedis: async () => {
        cache = await startRedis(redis.options);
      },
      freezeRedis: () => sendSignal(cache.pid, 'SIGSTOP'),
      thawRedis: () => sendSignal(cache.pid, 'SIGCONT'),
      stopPostgres: () => database.stop(),
      killPostgres: async () => {
        signalTree(database.pid, 'SIGKILL');
        await database.exited;
      },
      startPostgres: async () => {
        database = await startPostgres(postgres.options);
      },
      freezePostgres: () => signalTree(database.pid, 'SIGSTOP'),
      thawPostgres: () => signalTree(database.pid, 'SIGCONT'),
    },
    stopAll: async () => {
      await cache.stop();
      await database.stop();
    },
  };
}
