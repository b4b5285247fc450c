import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PlainError } from './plain-error.mjs';
import { freePort } from './ports.mjs';
import { findPlace } from './postgres-place.mjs';
import { commandLine, endProcess, isAlive, sendSignal } from './processes.mjs';
import { waitUntil } from './wait.mjs';

/** Owns the database and its schema: migrations only. */
export const OWNER_ROLE = 'quizmaster_owner';

const START_TIMEOUT_MS = 60_000;
/** Passing troubles: another program took the port, or backends of a killed server are still ending. */
const WORTH_ANOTHER_TRY =
  /Address already in use|shared memory block .* is still in use|lock file .* already exists/;

/**
 * @typedef {object} PostgresOptions
 * @property {string} dir folder for the data; may be placed elsewhere as root (see postgres-place)
 * @property {string} password of the owner role, used when the data folder is made
 * @property {string} logFile where the server's own log is appended
 * @property {Record<string, string>} [settings] server settings on top of the defaults
 * @property {number} [port] a fixed port, for a server that comes back; free one when absent
 *
 * @typedef {object} PostgresServer
 * @property {number} pid
 * @property {number} port
 * @property {string} dataDir
 * @property {string | null} notice a line worth telling the user
 * @property {(graceMs?: number) => Promise<void>} stop fast shutdown: nothing acknowledged is lost
 * @property {(signal: NodeJS.Signals) => void} signal
 * @property {Promise<string>} exited how it ended, in a few words; never rejected
 */

/**
 * Starts a Postgres on 127.0.0.1, in a process group of its own so that Ctrl-C does not reach it.
 * A server that was left behind in the same folder is ended first.
 * @param {PostgresOptions} options
 * @returns {Promise<PostgresServer>}
 */
export async function startPostgres(options) {
  const place = findPlace(options.dir);
  mkdirSync(dirname(options.logFile), { recursive: true });
  await endLeftover(place.dataDir);
  if (!existsSync(join(place.dataDir, 'PG_VERSION'))) makeCluster(place, options.password);
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const result = await launch(place, port, options);
    if (typeof result !== 'string') {
      const { pid, exited } = result;
      return {
        ...{ pid, exited, port, dataDir: place.dataDir, notice: place.notice },
        stop: (graceMs = 5000) => stopServer(pid, graceMs),
        signal: (signal) => sendSignal(pid, signal),
      };
    }
    if (attempt === 5 || !WORTH_ANOTHER_TRY.test(result)) {
      throw new PlainError(
        `Postgres will not start: ${lastLine(result)} (its log: ${options.logFile}).`,
      );
    }
    await new Promise((done) => setTimeout(done, 400 * attempt));
  }
}

/**
 * @param {import('./postgres-place.mjs').Place} place
 * @param {string} password
 */
function makeCluster({ binDir, dataDir, uid, gid }, password) {
  // By a file of its own user: initdb takes it in no other way, and its folder must be empty.
  const passwordFile = join(tmpdir(), `quizmaster-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid);
  try {
    const made = spawnSync(
      join(binDir, 'initdb'),
      [
        ...['-D', dataDir, '-U', OWNER_ROLE, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
        ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        '--locale=C',
      ],
      { uid, gid, cwd: '/', encoding: 'utf8', env: { PATH: process.env.PATH, LC_ALL: 'C' } },
    );
    if (made.status === 0) return;
    const reason =
      made.error?.message ?? lastLine(made.stderr.replace(/^initdb: removing .*$/gm, ''));
    throw new PlainError(`Postgres could not make its data folder ${dataDir}: ${reason}.`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * @param {import('./postgres-place.mjs').Place} place
 * @param {number} port
 * @param {PostgresOptions} options
 * @returns {Promise<{ pid: number, exited: Promise<string> } | string>} the process, or what the
 *   server said before it gave up
 */
async function launch({ binDir, dataDir, uid, gid }, port, { logFile, settings = {} }) {
  const fixed = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    log_min_messages: 'warning',
    ...statementCounting(binDir),
  };
  const flags = Object.entries({ ...fixed, ...settings }).flatMap(([k, v]) => ['-c', `${k}=${v}`]);
  const before = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const log = openSync(logFile, 'a');
  const child = spawn(join(binDir, 'postgres'), ['-D', dataDir, '-p', String(port), ...flags], {
    ...{ uid, gid, cwd: '/', detached: true, stdio: ['ignore', log, log] },
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  closeSync(log);
  /** @type {Promise<string>} */
  const exited = new Promise((done) => {
    child.once('exit', (code, signal) => done(`ended by ${signal ?? `itself, code ${code}`}`));
    child.once('error', (error) => done(error.message));
  });
  const ready = waitUntil(() => hasEnded(child) || isReady(dataDir, child.pid), {
    timeoutMs: START_TIMEOUT_MS,
  });
  const outcome = await Promise.race([exited, ready]);
  child.unref();
  if (outcome === true && !hasEnded(child) && child.pid) return { pid: child.pid, exited };
  if (!child.pid) return exited;
  await stopServer(child.pid, 2000);
  const said = readFileSync(logFile).subarray(before).toString();
  return said || `no answer within ${START_TIMEOUT_MS / 1000} s`;
}

/**
 * Counts what statements cost, where the library came with the server: one that is missing would stop it from starting.
 * @param {string} binDir
 * @returns {Record<string, string>}
 */
function statementCounting(binDir) {
  const libDir = join(dirname(binDir), 'lib', 'postgresql');
  const found = ['so', 'dylib'].some((end) =>
    existsSync(join(libDir, `pg_stat_statements.${end}`)),
  );
  if (!found) return {};
  return {
    shared_preload_libraries: 'pg_stat_statements',
    'pg_stat_statements.track_utility': 'off',
  };
}

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

/**
 * The server writes its state on the eighth line of its lock file.
 * @param {string} dataDir
 * @param {number | undefined} pid
 */
function isReady(dataDir, pid) {
  const lines = lockLines(dataDir);
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

/** @param {string} dataDir */
function lockLines(dataDir) {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    // Not written yet, or no server: both mean "not ready".
    return [];
  }
}

/**
 * Ends a server that outlived the program that started it. A lock file whose number now belongs
 * to some other program would stop Postgres from starting, so that one is removed.
 * @param {string} dataDir
 */
export async function endLeftover(dataDir) {
  const pid = Number(lockLines(dataDir)[0]);
  if (!pid || !isAlive(pid)) return;
  if (commandLine(pid).includes(dataDir)) await stopServer(pid, 20_000);
  else rmSync(join(dataDir, 'postmaster.pid'), { force: true });
}

/**
 * SIGINT is Postgres's fast shutdown; SIGQUIT ends it at once and the next start recovers from
 * the log, so even that loses nothing.
 * @param {number} pid
 * @param {number} graceMs
 */
async function stopServer(pid, graceMs) {
  if (!isAlive(pid)) return;
  sendSignal(pid, 'SIGCONT');
  sendSignal(pid, 'SIGINT');
  if (await waitUntil(() => !isAlive(pid), { timeoutMs: graceMs })) return;
  await endProcess(pid, { signal: 'SIGQUIT', graceMs: 1500 });
}

/** @param {string} text */
function lastLine(text) {
  const lines = text.trim().split('\n');
  const telling =
    lines.findLast((line) => /FATAL|PANIC|ERROR|error:/.test(line)) ?? lines.at(-1) ?? '';
  return telling.replace(/^.*?(FATAL|PANIC|ERROR|error): */, '').replace(/\.$/, '');
}
