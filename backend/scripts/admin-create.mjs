import { parseArgs } from 'node:util';
import { workerEnv } from './lib/app-env.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { withDatabaseUrl } from './lib/command-database.mjs';
import { openDataDir } from './lib/data-dir.mjs';
import { loadEnv } from './lib/env-file.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runBackend } from './lib/instance.mjs';
import { dataDirOf } from './lib/paths.mjs';
import { PlainError, runMain } from './lib/plain-error.mjs';

const USAGE =
  'Usage: npm run admin:create -- --email you@example.org --password <at least 8 characters>';

await runMain(async () => {
  const { email, password } = readArgs();
  const env = loadEnv();
  const dataDir = openDataDir(dataDirOf(env));
  await ensureInstalled();
  await ensureBuilt({ only: 'backend' });
  await withDatabaseUrl(env, dataDir, async (databaseUrl) => {
    const settings = {
      databaseUrl,
      redisUrl: env.REDIS_URL ?? '',
      logDir: dataDir.logDir,
      port: 0,
      jwtSecret: '',
      env,
    };
    const appEnv = { ...workerEnv(settings), ADMIN_EMAIL: email, ADMIN_PASSWORD: password };
    process.stdout.write(`${await runBackend('admin-create', appEnv, 'No admin was made')}\n`);
  });
});

function readArgs() {
  try {
    const { values } = parseArgs({
      options: { email: { type: 'string' }, password: { type: 'string' } },
    });
    if (values.email && values.password) return { email: values.email, password: values.password };
  } catch (error) {
    throw new PlainError(
      `${error instanceof Error ? error.message.split('\n')[0] : error}\n${USAGE}`,
    );
  }
  throw new PlainError(USAGE);
}
