import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { migrationNames, writeMigration } from './lib/migrations.mjs';
import { migratedSchemaFile, rootDir, schemaFile } from './lib/paths.mjs';
import { PlainError, runMain } from './lib/plain-error.mjs';
import { withScratchPostgres } from './lib/scratch-services.mjs';

await runMain(async () => {
  const name = process.argv[2];
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new PlainError('Usage: npm run migrate:new -- NAME (small letters, digits and _ only).');
  }
  const isFirst = migrationNames().length === 0 || !existsSync(migratedSchemaFile);
  const oldSchema = isFirst ? null : readFileSync(migratedSchemaFile, 'utf8');
  const folder = await withScratchPostgres((url) => writeMigration(url, { name, oldSchema }));
  writeFileSync(migratedSchemaFile, readFileSync(schemaFile));
  process.stdout.write(
    folder
      ? `Written: ${relative(rootDir, folder)}/migration.sql. Read it before you commit it.\n`
      : 'The schema has not changed since the last migration.\n',
  );
});
