import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsDir, schemaFile } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { withSchemaEngine } from './schema-engine.mjs';

const NO_FILTERS = { externalTables: [], externalEnums: [] };
const LOCK_FILE = 'migration_lock.toml';

/**
 * Applies every migration that a database does not have yet.
 * @param {string} ownerUrl
 * @returns {Promise<string[]>} the names of those applied now
 */
export async function applyMigrations(ownerUrl) {
  try {
    return await withSchemaEngine({ url: ownerUrl, schemas: schemas() }, async (engine) => {
      const done = await engine.applyMigrations({
        migrationsList: migrationsList(),
        filters: NO_FILTERS,
      });
      return done.appliedMigrationNames;
    });
  } catch (error) {
    throw new PlainError(`The database could not be migrated: ${engineMessage(error)}`);
  }
}

/**
 * The SQL that leads from nothing to the schema file.
 * @param {string} scratchUrl any database; it is not changed
 */
export function sqlFromEmpty(scratchUrl) {
  return diff(scratchUrl, { tag: 'empty' });
}

/**
 * Writes a migration folder with what the schema file says and the last migrated schema did not.
 * @param {string} scratchUrl any database; it is not changed
 * @param {{ name: string, oldSchema: string | null }} change oldSchema: the schema's text that the
 *   migrations so far lead to; null when there are none yet
 * @returns {Promise<string | null>} the folder, or null when nothing differs
 */
export async function writeMigration(scratchUrl, { name, oldSchema }) {
  const from =
    oldSchema === null
      ? { tag: 'empty' }
      : { tag: 'schemaDatamodel', files: [{ path: schemaFile, content: oldSchema }] };
  const sql = await diff(scratchUrl, from);
  if (!sql.trim() || /^-- This is an empty migration\.?$/m.test(sql)) return null;
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsDir, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  const lock = join(migrationsDir, LOCK_FILE);
  if (!existsSync(lock))
    writeFileSync(lock, '# Kept by Prisma; do not edit.\nprovider = "postgresql"\n');
  return folder;
}

/**
 * @param {string} url
 * @param {object} from
 */
async function diff(url, from) {
  const to = {
    tag: 'schemaDatamodel',
    files: [{ path: schemaFile, content: readFileSync(schemaFile, 'utf8') }],
  };
  try {
    return await withSchemaEngine({ url, schemas: schemas() }, async (engine) => {
      const params =
        /** @type {import('@prisma/schema-engine-wasm/schema_engine_bg').DiffParams} */ ({
          ...{ from, to, script: true, exitCode: null, filters: NO_FILTERS },
        });
      return (await engine.diff(params)).stdout ?? '';
    });
  } catch (error) {
    throw new PlainError(`The schemas could not be compared: ${engineMessage(error)}`);
  }
}

/** @returns {[string, string][]} */
function schemas() {
  return [[schemaFile, readFileSync(schemaFile, 'utf8')]];
}

function migrationsList() {
  const lock = join(migrationsDir, LOCK_FILE);
  return {
    baseDir: migrationsDir,
    lockfile: { path: LOCK_FILE, content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: /** @type {const} */ ('ok'),
          value: readFileSync(join(migrationsDir, path, 'migration.sql'), 'utf8'),
        },
      },
    })),
  };
}

/** The names of the migrations, oldest first. */
export function migrationNames() {
  if (!existsSync(migrationsDir)) return [];
  const entries = readdirSync(migrationsDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** @param {unknown} error */
function engineMessage(error) {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n').filter(Boolean).join(' ');
}
