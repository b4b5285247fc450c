import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockHolder, tryLock } from './lock.mjs';
import { endLeftover as endPostgres } from './postgres.mjs';
import { endLeftover as endRedis } from './redis.mjs';

const PREFIX = 'quizmaster-run-';
const LOCK = 'run.lock';

/**
 * Makes a folder for a run of the tests, in which everything that the run makes is put: what is
 * left there, and the servers that were left running in there, are ended and deleted with it. So
 * are those of an earlier run that was killed.
 * @returns {Promise<{ dir: string, remove: () => Promise<void> }>}
 */
export async function openScratchRun() {
  const base = tmpdir();
  for (const name of readdirSync(base).filter((entry) => entry.startsWith(PREFIX))) {
    const dir = join(base, name);
    if (existsSync(join(dir, LOCK)) && !lockHolder(join(dir, LOCK))) await removeScratch(dir);
  }
  const dir = mkdtempSync(join(base, PREFIX));
  chmodSync(dir, 0o755);
  tryLock(join(dir, LOCK));
  return { dir, remove: () => removeScratch(dir) };
}

/**
 * Deletes a folder of throwaway instances together with what they left running and, as root, with
 * the databases that had to be put elsewhere.
 * @param {string} dir
 */
export async function removeScratch(dir) {
  const inside = foldersIn(dir, 3);
  for (const folder of inside) {
    await endRedis(folder);
    const marker = join(folder, 'moved-to');
    const database = existsSync(marker) ? readFileSync(marker, 'utf8').trim() : folder;
    await endPostgres(database);
    if (database !== folder) rmSync(database, { recursive: true, force: true });
  }
  rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * @param {string} dir
 * @param {number} depth
 * @returns {string[]}
 */
function foldersIn(dir, depth) {
  if (depth === 0) return [];
  const folders = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) => [join(dir, name), ...foldersIn(join(dir, name), depth - 1)]);
}
