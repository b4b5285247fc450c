import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone; every other path is derived from it, never from the current folder. */
export const rootDir = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const backendDir = join(rootDir, 'backend');
export const frontendDir = join(rootDir, 'frontend');
export const scriptsDir = join(backendDir, 'scripts');
export const modulesDir = join(rootDir, 'node_modules');
export const migrationsDir = join(backendDir, 'prisma', 'migrations');
/** The schema that the migrations so far lead to: what a new one is reckoned from. */
export const migratedSchemaFile = join(backendDir, 'prisma', 'migrated.prisma');
export const schemaFile = join(backendDir, 'prisma', 'schema.prisma');

/** The Node that the npm package `node` ships; the machine's own one may be older. */
export const pinnedNodeFile = join(modulesDir, 'node', 'bin', 'node');

/**
 * Turns the DATA_DIR setting into an absolute folder; a relative one counts from the clone.
 * @param {NodeJS.ProcessEnv} env
 */
export function dataDirOf(env) {
  return resolve(rootDir, env.DATA_DIR || '.data');
}
