import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlainError } from './plain-error.mjs';

const NAMES = ['redis-server', 'valkey-server'];

/**
 * How to run a Redis here: a program on PATH, installed by apt when that is possible, or Docker.
 * @typedef {{ kind: 'program', file: string } | { kind: 'docker' }} RedisRunner
 *
 * @param {(line: string) => void} say progress, for what takes long
 * @returns {RedisRunner}
 */
export function findRedisRunner(say) {
  const file = onPath(NAMES) ?? (installByApt(say) ? onPath(NAMES) : null);
  if (file) return { kind: 'program', file };
  if (spawnSync('docker', ['info'], { stdio: 'ignore', timeout: 15_000 }).status === 0) {
    return { kind: 'docker' };
  }
  throw new PlainError(
    'No Redis to be had: set REDIS_URL, or put redis-server (or valkey-server) on PATH, or run as root (or with passwordless sudo) so that apt can install it, or start Docker.',
  );
}

/**
 * The first of some programs that PATH holds, with its full path.
 * @param {string[]} names
 */
export function onPath(names) {
  const dirs = (process.env.PATH ?? '').split(delimiter);
  const files = names.flatMap((name) => dirs.filter(Boolean).map((dir) => join(dir, name)));
  return files.find((file) => existsSync(file)) ?? null;
}

/** @param {(line: string) => void} say */
function installByApt(say) {
  if (!onPath(['apt-get'])) return false;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return false;
  say('Installing redis-server with apt …');
  const apt = (/** @type {string[]} */ ...args) => {
    const words = [
      ...(isRoot ? [] : ['sudo', '-n']),
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...args,
    ];
    return (
      spawnSync(/** @type {string} */ (words[0]), words.slice(1), { stdio: 'ignore' }).status === 0
    );
  };
  const install = ['install', '-y', '-q', '--no-install-recommends', 'redis-server'];
  // The lists of a bare machine are empty, so a first failure is tried again with fresh ones.
  return apt(...install) || (apt('update', '-q') && apt(...install));
}
