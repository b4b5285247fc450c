import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { rootDir } from './paths.mjs';

const NOT_SOURCES = new Set(['node_modules', 'dist', 'coverage', '.git']);

/**
 * A hash over the names and contents of files and folders; one that does not exist counts too.
 * @param {string[]} paths
 * @param {(file: string) => boolean} [counts] which files of the folders to take
 */
export function contentHash(paths, counts = () => true) {
  const hash = createHash('sha256');
  for (const file of paths
    .flatMap((path) => filesOf(path))
    .filter(counts)
    .sort()) {
    hash.update(`${relative(rootDir, file)}\0`);
    hash.update(existsSync(file) ? readFileSync(file) : 'absent');
    hash.update('\0');
  }
  return hash.digest('hex');
}

/**
 * Every file of a folder and its folders, or the path itself when it is no folder.
 * @param {string} path
 * @returns {string[]}
 */
export function filesOf(path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => !NOT_SOURCES.has(name));
  return names.flatMap((name) => filesOf(join(path, name)));
}
