import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiEnv, commandEnv, workerEnv } from './app-env.mjs';
import { startApp } from './app-process.mjs';
import { ensureBuilt } from './build.mjs';
import { keepAlive } from './keep-alive.mjs';
import { migrate } from './migrate-child.mjs';
import { backendDir, pinnedNodeFile } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { birthMark } from './processes.mjs';
import { say, step } from './progress.mjs';
import { reasonIn } from './reason.mjs';
import { runCommand } from './run-command.mjs';
import { openDatabase, openRedis } from './services.mjs';

/**
 * The parts of an instance in the order in which they are stopped.
 * @typedef {{ tools?: Stoppable, api?: Keeper, worker?: Keeper, redis?: Keeper, postgres?: Keeper }} Parts
 * @typedef {Pick<Keeper, 'stop' | 'abandon' | 'gaveUp'>} Stoppable
 * @typedef {import('./services.mjs').Keeper} Keeper
 */

/**
 * Starts everything of an instance, step by step; what has been started is in `parts` at any
 * moment, so that it can be stopped from there.
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {number} options.port of the API
 * @param {import('./data-dir.mjs').DataDir} options.dataDir
 * @param {boolean} options.pages whether the pages are built and served by the API
 * @param {Parts} options.parts filled in
 * @param {() => void} options.checkpoint throws when the start has been called off
 * @returns how to note down another process that belongs to this instance
 */
export async function startInstanceParts({ env, port, dataDir, pages, parts, checkpoint }) {
  const run = {
    databaseUrl: '',
    redisUrl: '',
    port,
    processes: /** @type {Record<string, { pid: number, birth: string | null }>} */ ({}),
  };
  const onStarted = (/** @type {string} */ name, /** @type {number} */ pid) => {
    run.processes[name] = { pid, birth: birthMark(pid) };
    dataDir.writeRun(run);
  };
  await dataDir.endLeftovers();
  const database = await openDatabase(env, dataDir, onStarted);
  if (database.keeper) parts.postgres = database.keeper;
  checkpoint();
  const redis = await openRedis(env, dataDir, onStarted);
  if (redis.keeper) parts.redis = redis.keeper;
  Object.assign(run, { databaseUrl: database.appUrl, redisUrl: redis.url });
  checkpoint();
  await ensureBuilt(pages ? {} : { only: 'backend' });
  checkpoint();
  await migrate(database);
  checkpoint();
  const jwtSecret = env.JWT_SECRET || dataDir.secrets().jwtSecret;
  const shared = { databaseUrl: database.appUrl, redisUrl: redis.url, logDir: dataDir.logDir };
  const settings = { ...shared, port, jwtSecret, env };
  await fillOnce(dataDir, settings, database.isOwn ? 'own' : database.appUrl);
  checkpoint();
  await makeAdminFromEnv(settings);
  checkpoint();
  const start = async (/** @type {typeof APPS[number]} */ { key, name, file, envOf }) => {
    const logFile = dataDir.logFile(key);
    const keeper = await keepAlive({
      ...{ name, logFile },
      start: () => startApp({ name: file, env: envOf(settings), logFile }),
      onStarted: ({ pid }) => onStarted(key, pid),
    });
    parts[key] = keeper;
    await keeper.ready;
  };
  say('Starting the API and the worker …');
  await Promise.all(APPS.map(start));
  return { onStarted };
}

const APPS = /** @type {const} */ ([
  { key: 'api', name: 'The API', file: 'main', envOf: apiEnv },
  { key: 'worker', name: 'The worker', file: 'worker', envOf: workerEnv },
]);

/**
 * Puts the demo content into a database that this data folder has not seen yet.
 * @param {import('./data-dir.mjs').DataDir} dataDir
 * @param {import('./app-env.mjs').InstanceSettings} settings
 * @param {string} databaseName what tells one database from another
 */
async function fillOnce(dataDir, settings, databaseName) {
  const hash = createHash('sha256').update(databaseName).digest('hex').slice(0, 12);
  const mark = join(dataDir.dir, `seeded-${hash}`);
  if (existsSync(mark)) return;
  await step('Adding demo content', () =>
    runBackend('seed', commandEnv(settings), 'The demo content could not be added'),
  );
  writeFileSync(mark, '');
}

/** @param {import('./app-env.mjs').InstanceSettings} settings */
async function makeAdminFromEnv(settings) {
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = settings.env;
  if (!ADMIN_EMAIL || !ADMIN_PASSWORD) return;
  const env = commandEnv(settings, { ADMIN_EMAIL, ADMIN_PASSWORD });
  say(await runBackend('admin-create', env, 'The admin of ADMIN_EMAIL could not be made'));
}

/**
 * Runs one of the short commands of the backend to its end.
 * @param {string} name of the file in backend/dist, without its ending
 * @param {NodeJS.ProcessEnv} env
 * @param {string} failure
 * @param {string[]} [further] its own arguments
 * @returns {Promise<string>} what it said
 */
export async function runBackend(name, env, failure, further = []) {
  const args = ['--enable-source-maps', join(backendDir, 'dist', `${name}.js`), ...further];
  const { code, output } = await runCommand(pinnedNodeFile, args, { cwd: backendDir, env });
  if (code !== 0) throw new PlainError(`${failure}: ${reasonIn(output)}`);
  return output.trim();
}
