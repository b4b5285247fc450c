import { migrate } from './migrate-child.mjs';
import { openDatabase } from './services.mjs';

/**
 * The database of the running instance, or that of DATABASE_URL, or this data folder's, which is
 * then started for the moment.
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./data-dir.mjs').DataDir} dataDir
 * @param {(url: string) => Promise<void>} use
 */
export async function withDatabaseUrl(env, dataDir, use) {
  const running = dataDir.runningInstance();
  if (running?.databaseUrl) return use(running.databaseUrl);
  const unlock = dataDir.lock();
  try {
    const database = await openDatabase(env, dataDir, () => undefined);
    try {
      await migrate(database);
      await use(database.appUrl);
    } finally {
      await database.keeper?.stop(5000);
    }
  } finally {
    unlock();
  }
}
