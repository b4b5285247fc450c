import { workerEnv } from './lib/app-env.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { withDatabaseUrl } from './lib/command-database.mjs';
import { openDataDir } from './lib/data-dir.mjs';
import { loadEnv } from './lib/env-file.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runBackend } from './lib/instance.mjs';
import { dataDirOf } from './lib/paths.mjs';
import { runMain } from './lib/plain-error.mjs';

// Corrects the key of a published question and grades closed attempts anew; see docs/operations.md.
await runMain(async () => {
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
    const said = await runBackend(
      'regrade',
      workerEnv(settings),
      'The command stopped',
      process.argv.slice(2),
    );
    process.stdout.write(`${said}\n`);
  });
});
