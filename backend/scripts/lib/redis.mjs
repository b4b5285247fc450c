import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainError } from './plain-error.mjs';
import { freePort } from './ports.mjs';
import { commandLine, endProcess, isAlive, sendSignal } from './processes.mjs';
import { redisCommand } from './redis-command.mjs';
import { redisProblem } from './redis-probe.mjs';
import { findRedisRunner } from './redis-server.mjs';
import { waitUntil } from './wait.mjs';

const START_TIMEOUT_MS = 20_000;
const PID_FILE = 'redis.pid';

/**
 * @typedef {object} RedisOptions
 * @property {string} dir folder for the append-only file
 * @property {string} password
 * @property {string} logFile
 * @property {number} [port] a fixed port, for a server that comes back; a free one when absent
 * @property {number} [databases] how many logical databases; 16 when absent
 * @property {(line: string) => void} [say]
 *
 * @typedef {object} RedisServer
 * @property {number} pid
 * @property {number} port
 * @property {string} url
 * @property {(graceMs?: number) => Promise<void>} stop
 * @property {(signal: NodeJS.Signals) => void} signal
 * @property {Promise<string>} exited how it ended, in a few words; never rejected
 */

/**
 * Starts a Redis on 127.0.0.1 that keeps what it is told (append-only file) and never evicts, in
 * a process group of its own. One that was left behind in the same folder is ended first.
 * @param {RedisOptions} options
 * @returns {Promise<RedisServer>}
 */
export async function startRedis(options) {
  const { dir, password, logFile, say = () => undefined } = options;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  mkdirSync(dirname(logFile), { recursive: true });
  await endLeftover(dir);
  const runner = findRedisRunner(say);
  if (runner.kind === 'docker') {
    say('Starting Redis in Docker (first time: an image is fetched) …');
  }
  const port = options.port ?? (await freePort());
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const command = redisCommand(runner, options, port);
  const log = openSync(logFile, 'a');
  const child = spawn(...command, {
    detached: true,
    cwd: dir,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let trouble = '';
  /** @type {Promise<string>} */
  const exited = new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(`ended by ${signal ?? `itself, code ${code}`}`));
  });
  void exited.then((how) => (trouble = how));
  const limitMs = runner.kind === 'docker' ? 180_000 : START_TIMEOUT_MS;
  const ready = await waitUntil(async () => trouble || (await redisProblem(url)) === null, {
    timeoutMs: limitMs,
    everyMs: 50,
  });
  child.unref();
  if (trouble || !ready || !child.pid) {
    if (child.pid) await endProcess(child.pid, { graceMs: 2000 });
    throw new PlainError(
      `Redis will not start: ${trouble || 'no answer in time'} (its log: ${logFile}).`,
    );
  }
  const pid = child.pid;
  writeFileSync(join(dir, PID_FILE), `${pid}\n`);
  return {
    ...{ pid, port, url, exited },
    stop: (graceMs = 3000) => endProcess(pid, { graceMs }),
    signal: (signal) => sendSignal(pid, signal),
  };
}

/**
 * Redis rewrites its command line to `redis-server HOST:PORT`, so the folder it works in is what
 * proves that a process is the one meant.
 * @param {string} dir
 */
export async function endLeftover(dir) {
  const pid = readPid(dir);
  if (!pid || !isAlive(pid)) return;
  if (/redis|valkey|docker/.test(commandLine(pid)) && worksIn(pid, dir)) {
    await endProcess(pid, { graceMs: 10_000 });
  }
}

/** @param {string} dir */
function readPid(dir) {
  try {
    return Number(readFileSync(join(dir, PID_FILE), 'utf8'));
  } catch {
    // Never started here.
    return 0;
  }
}

/**
 * @param {number} pid
 * @param {string} dir
 */
function worksIn(pid, dir) {
  if (process.platform === 'linux')
    return spawnSync('readlink', [`/proc/${pid}/cwd`], { encoding: 'utf8' }).stdout.trim() === dir;
  return spawnSync('lsof', ['-a', '-p', String(pid), '-d', 'cwd', '-Fn'], {
    encoding: 'utf8',
  }).stdout.includes(`n${dir}`);
}
