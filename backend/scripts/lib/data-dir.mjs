import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { lockHolder, tryLock } from './lock.mjs';
import { PlainError } from './plain-error.mjs';
import { birthMark, endProcess } from './processes.mjs';

const BIGGEST_LOG_BYTES = 10 * 1024 * 1024;

/**
 * What a running instance tells the other commands, and a later start about what it left behind.
 * @typedef {object} RunRecord
 * @property {string} databaseUrl as the app's role
 * @property {string} redisUrl
 * @property {number} port
 * @property {Record<string, { pid: number, birth: string | null }>} processes
 */

/**
 * The folder of one instance: its data, secrets and logs, and who uses it now.
 * @param {string} dir
 */
export function openDataDir(dir) {
  makeWritable(dir);
  const logDir = join(dir, 'logs');
  mkdirSync(logDir, { recursive: true });
  const lockFile = join(dir, 'launcher.lock');
  const runFile = join(dir, 'run.json');
  return {
    dir,
    logDir,
    /** Makes this process the only one to run the instance. */
    lock: () => {
      const release = tryLock(lockFile);
      if (release) return release;
      throw new PlainError(
        `QuizMaster is already running with the data in ${dir} (process ${lockHolder(lockFile)}): stop it first, or choose another DATA_DIR.`,
      );
    },
    /** @returns {RunRecord | null} null when no instance runs here */
    runningInstance: () => (lockHolder(lockFile) ? readRun(runFile) : null),
    /** Written aside and renamed, so that a reader never sees half of it. @param {RunRecord} run */
    writeRun: (run) => {
      writeFileSync(`${runFile}.new`, JSON.stringify(run, null, 2), { mode: 0o600 });
      renameSync(`${runFile}.new`, runFile);
    },
    forgetRun: () => rmSync(runFile, { force: true }),
    endLeftovers: () => endLeftovers(readRun(runFile)),
    secrets: () => readSecrets(join(dir, 'secrets.json')),
    /** The file for a program's plain output; a big one from earlier is set aside. @param {string} name */
    logFile: (name) => rotated(join(logDir, `${name}.out.log`)),
  };
}

/** @typedef {ReturnType<typeof openDataDir>} DataDir */

/** @param {string} dir */
function makeWritable(dir) {
  try {
    makeFolders(dir);
    accessSync(dir, constants.W_OK | constants.X_OK);
    // Asked of the file system itself: as root the question above is always answered with yes.
    writeFileSync(join(dir, '.probe'), '');
    rmSync(join(dir, '.probe'));
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new PlainError(
      `The data folder ${dir} cannot be written to (${code}): choose another with DATA_DIR.`,
    );
  }
}

/**
 * One folder after the other: asked to make them all at once below /proc, Node never returns.
 * @param {string} dir
 */
function makeFolders(dir) {
  if (existsSync(dir)) return;
  makeFolders(dirname(dir));
  mkdirSync(dir);
}

/**
 * Passwords and keys of this instance, made at its first start and readable by its owner alone.
 * @param {string} file
 * @returns {{ ownerPassword: string, appPassword: string, redisPassword: string, jwtSecret: string }}
 */
function readSecrets(file) {
  const saved = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const fresh = {
    ownerPassword: hex(),
    appPassword: hex(),
    redisPassword: hex(),
    jwtSecret: randomBytes(48).toString('base64url'),
  };
  const secrets = { ...fresh, ...saved };
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

function hex() {
  return randomBytes(24).toString('hex');
}

/**
 * @param {string} file
 * @returns {RunRecord | null}
 */
function readRun(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/**
 * Ends what a killed launcher left behind. The birth mark proves that a process is still the one
 * that was written down. Redis and Postgres are looked after by whoever starts them again.
 * @param {RunRecord | null} run
 */
async function endLeftovers(run) {
  for (const [name, { pid, birth }] of Object.entries(run?.processes ?? {})) {
    if (name === 'redis' || name === 'postgres') continue;
    if (birth && birthMark(pid) === birth) await endProcess(pid, { graceMs: 8000 });
  }
}

/** @param {string} file */
function rotated(file) {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > BIGGEST_LOG_BYTES) renameSync(file, `${file}.old`);
  return file;
}
