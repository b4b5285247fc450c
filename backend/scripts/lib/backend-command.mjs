import { workerEnv } from './app-env.mjs';
import { ensureBuilt } from './build.mjs';
import { openDataDir } from './data-dir.mjs';
import { loadEnv } from './env-file.mjs';
import { ensureInstalled } from './install.mjs';
import { runBackend } from './instance.mjs';
import { migrate } from './migrate-child.mjs';
import { dataDirOf } from './paths.mjs';
import { openDatabase } from './services.mjs';

/**
 * Runs a command of the backend on its database, and prints what it says.
 * @param {string} name of the compiled file
 * @param {{ failure: string, args?: string[], more?: NodeJS.ProcessEnv }} options `failure`: what did not happen
 * when it fails; `more`: settings of this command alone
 */
export async function runCommand(name, { failure, args = [], more = {} }) {
  const env = loadEnv();
  const dataDir = openDataDir(dataDirOf(env));
  await ensureInstalled();
  await ensureBuilt({ only: 'backend' });
  await withServices(env, dataDir, async (services) => {
    const settings = { ...services, logDir: dataDir.logDir, port: 0, jwtSecret: '', env };
    const said = await runBackend(name, { ...workerEnv(settings), ...more }, failure, args);
    process.stdout.write(`${said}\n`);
  });
}

/**
 * The database of the running instance, or that of DATABASE_URL, or this data folder's, which is
 * then started for the moment; with the Redis of the running instance, which is to hear of changes.
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./data-dir.mjs').DataDir} dataDir
 * @param {(services: { databaseUrl: string, redisUrl: string }) => Promise<void>} use
 */
async function withServices(env, dataDir, use) {
  const running = dataDir.runningInstance();
  const redisUrl = running?.redisUrl || (env.REDIS_URL ?? '');
  if (running?.databaseUrl) return use({ databaseUrl: running.databaseUrl, redisUrl });
  const unlock = dataDir.lock();
  try {
    const database = await openDatabase(env, dataDir, () => undefined);
    try {
      await migrate(database);
      await use({ databaseUrl: database.appUrl, redisUrl });
    } finally {
      await database.keeper?.stop(5000);
    }
  } finally {
    unlock();
  }
}
