import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from './paths.mjs';

const LINE = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(?:"([^"]*)"|'([^']*)'|(.*?))\s*(?:#.*)?$/;

/**
 * The environment with what the `.env` file of the clone adds; the environment itself wins.
 * @returns {NodeJS.ProcessEnv}
 */
export function loadEnv() {
  const file = join(rootDir, '.env');
  if (!existsSync(file)) return { ...process.env };
  return { ...parseEnvFile(readFileSync(file, 'utf8')), ...process.env };
}

/**
 * Lines of NAME=value, the value in quotes or not, comments after `#`. (Node's own parser is
 * missing in the first releases of Node 20.)
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function parseEnvFile(text) {
  const found = text.split(/\r?\n/).map((line) => LINE.exec(line));
  return Object.fromEntries(
    found.flatMap((m) => (m?.[1] ? [[m[1], m[2] ?? m[3] ?? m[4] ?? '']] : [])),
  );
}
