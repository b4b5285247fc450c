import { grantToApp, prepareDatabase } from './lib/database.mjs';
import { applyMigrations } from './lib/migrations.mjs';
import { PlainError, runMain } from './lib/plain-error.mjs';

// Applies the migrations to DATABASE_URL, the same way as `prisma migrate deploy` would. With APP_DATABASE_PASSWORD
// it first makes the role that the app connects as, or gives it this password.
await runMain(async () => {
  const url = process.env.DATABASE_URL;
  if (!url) throw new PlainError('Set DATABASE_URL to the database that is to be migrated.');
  const appPassword = process.env.APP_DATABASE_PASSWORD;
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  if (appPassword) await prepareDatabase({ adminUrl: url, database, appPassword });
  const applied = await applyMigrations(url);
  if (process.env.GRANT_TO_APP) await grantToApp(url);
  process.stdout.write(applied.length > 0 ? `Applied: ${applied.join(', ')}\n` : 'Up to date.\n');
});
