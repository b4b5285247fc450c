import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootDir } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { birthMark } from './processes.mjs';
import { waitUntil } from './wait.mjs';

const LONGEST_WAIT_MS = 15 * 60_000;

/**
 * Takes a lock file, unless the process that wrote it still runs.
 * @param {string} file
 * @returns {(() => void) | null} how to give it back; null when somebody else has it
 */
export function tryLock(file) {
  const mine = JSON.stringify({ pid: process.pid, birth: birthMark(process.pid) });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (lockHolder(file)) return null;
    rmSync(file, { force: true });
  }
  return null;
}

/**
 * The process id that holds a lock file, or null when there is none or it has ended.
 * @param {string} file
 * @returns {number | null}
 */
export function lockHolder(file) {
  try {
    const { pid, birth } = JSON.parse(readFileSync(file, 'utf8'));
    return birthMark(pid) === birth ? pid : null;
  } catch {
    // Gone meanwhile, or cut short by the death of its writer: nobody holds it.
    return null;
  }
}

/**
 * Does something that must not happen twice at once in this clone, such as installing.
 * @template T
 * @param {string} name
 * @param {(line: string) => void} say told when it has to wait
 * @param {() => Promise<T>} work
 */
export async function withCloneLock(name, say, work) {
  const clone = createHash('sha256').update(rootDir).digest('hex').slice(0, 12);
  const file = join(tmpdir(), `quizmaster-${clone}-${name}.lock`);
  let release = tryLock(file);
  if (!release) {
    say(`Waiting for another command of this clone to finish (${name}) …`);
    release =
      (await waitUntil(() => tryLock(file), { timeoutMs: LONGEST_WAIT_MS, everyMs: 200 })) ?? null;
  }
  if (!release)
    throw new PlainError(
      `Another command has held ${file} for a quarter of an hour; end it and try again.`,
    );
  try {
    return await work();
  } finally {
    release();
  }
}
