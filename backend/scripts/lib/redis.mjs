import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { dirname, join } from 'node:path';
import { connect as connectEncrypted } from 'node:tls';
import { PlainError } from './plain-error.mjs';
import { freePort } from './ports.mjs';
import { commandLine, endProcess, isAlive, sendSignal } from './processes.mjs';
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
  if (runner.kind === 'docker') say('Starting Redis in Docker (first time: an image is fetched) …');
  const port = options.port ?? (await freePort());
  const url = `redis://:${password}@127.0.0.1:${port}`;
  writeConfig(
    options,
    runner.kind === 'docker'
      ? { host: '0.0.0.0', port: 6379, dir: '/data' }
      : { host: '127.0.0.1', port, dir },
  );
  const log = openSync(logFile, 'a');
  const child = spawn(...commandFor(runner, dir, port), {
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
 * Why the Redis at a URL cannot be used, in a few words; null when it answers.
 * @param {string} url
 * @returns {Promise<string | null>}
 */
export async function redisProblem(url) {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !['redis:', 'rediss:'].includes(parsed.protocol))
    return 'it is not a redis:// address';
  const address = { host: parsed.hostname, port: Number(parsed.port || 6379), timeout: 3000 };
  return new Promise((done) => {
    const socket =
      parsed.protocol === 'rediss:' ? connectEncrypted(address) : createConnection(address);
    const finish = (/** @type {string | null} */ answer) => (socket.destroy(), done(answer));
    const words = [parsed.username, parsed.password].filter(Boolean).map(decodeURIComponent);
    const auth = words.length > 0 ? encode(['AUTH', ...words]) : '';
    let reply = '';
    socket.once('timeout', () => finish('it does not answer'));
    socket.once('error', (error) => finish(error.message || 'nothing listens there'));
    socket.once('close', () => finish('it closed the connection'));
    socket.on('data', (chunk) => {
      reply += chunk;
      if (/\+PONG/.test(reply)) finish(null);
      else if (/^-(?!LOADING)/m.test(reply))
        finish(reply.replace(/^[^-]*-/, '').split('\r')[0] ?? '');
      else if (/^-LOADING/m.test(reply)) finish('it is still loading');
    });
    socket.write(auth + encode(['PING']));
  });
}

/** @param {string[]} words */
function encode(words) {
  return `*${words.length}\r\n${words.map((w) => `$${Buffer.byteLength(w)}\r\n${w}\r\n`).join('')}`;
}

/**
 * By a file, because a password among the arguments would be seen by every user of the machine.
 * @param {RedisOptions} options
 * @param {{ host: string, port: number, dir: string }} where
 */
function writeConfig({ dir, password, databases = 16 }, where) {
  const lines = [
    `bind ${where.host}`,
    `port ${where.port}`,
    `dir "${where.dir}"`,
    `requirepass ${password}`,
    `databases ${databases}`,
    'appendonly yes',
    'maxmemory-policy noeviction',
    'daemonize no',
    'save ""',
    '',
  ];
  writeFileSync(join(dir, 'redis.conf'), lines.join('\n'), { mode: 0o600 });
}

/**
 * @param {import('./redis-server.mjs').RedisRunner} runner
 * @param {string} dir
 * @param {number} port
 * @returns {[string, string[]]}
 */
function commandFor(runner, dir, port) {
  if (runner.kind === 'program') return [runner.file, [join(dir, 'redis.conf')]];
  const user = process.getuid ? ['--user', `${process.getuid()}:${process.getgid?.()}`] : [];
  const flags = ['--rm', '--init', ...user, '-v', `${dir}:/data`, '-p', `127.0.0.1:${port}:6379`];
  return ['docker', ['run', ...flags, 'redis:7-alpine', 'redis-server', '/data/redis.conf']];
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
