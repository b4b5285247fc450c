import { createDatabase, withClient, withDatabase } from './database.mjs';
import { applyMigrations, sqlFromEmpty } from './migrations.mjs';
import { withScratchPostgres } from './scratch-services.mjs';

/** What Prisma's schema language can say; indexes and checks written by hand are not compared. */
const CATALOG = `
  SELECT 'column ' || table_name || '.' || column_name AS name,
         concat_ws(' ', data_type, udt_name, character_maximum_length, numeric_precision,
                   numeric_scale, datetime_precision, 'nullable=' || is_nullable,
                   'default=' || column_default) AS value
  FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
  UNION ALL
  SELECT 'enum ' || t.typname, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname
  UNION ALL
  SELECT 'constraint ' || conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
  FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f')
    AND conrelid::regclass::text <> '_prisma_migrations'`;

/**
 * How the database that the migrations make differs from the one that the schema file describes.
 * @returns {Promise<string[]>} a line per difference; none when they agree
 */
export function schemaDrift() {
  return withScratchPostgres(async (adminUrl) => {
    await createDatabase(adminUrl, 'by_migrations');
    await createDatabase(adminUrl, 'by_schema');
    const [byMigrations, bySchema] = ['by_migrations', 'by_schema'].map((name) =>
      withDatabase(adminUrl, name),
    );
    await applyMigrations(byMigrations ?? '');
    const sql = await sqlFromEmpty(bySchema ?? '');
    await withClient(bySchema ?? '', (client) => client.query(sql));
    return compare(await catalogOf(byMigrations ?? ''), await catalogOf(bySchema ?? ''));
  });
}

/**
 * @param {string} url
 * @returns {Promise<Map<string, string>>}
 */
async function catalogOf(url) {
  const { rows } = await withClient(url, (client) => client.query(CATALOG));
  return new Map(rows.map((row) => [row.name, row.value]));
}

/**
 * @param {Map<string, string>} migrated
 * @param {Map<string, string>} described
 */
function compare(migrated, described) {
  const names = [...new Set([...migrated.keys(), ...described.keys()])].sort();
  return names
    .filter((name) => migrated.get(name) !== described.get(name))
    .map(
      (name) =>
        `${name}: migrations make "${migrated.get(name) ?? 'nothing'}", schema.prisma says "${described.get(name) ?? 'nothing'}"`,
    );
}
