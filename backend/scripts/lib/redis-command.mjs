import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INSIDE_CONTAINER = { host: '0.0.0.0', port: 6379, dir: '/data' };

/**
 * Writes the server's configuration and tells the program and its arguments that run it.
 * @param {import('./redis-server.mjs').RedisRunner} runner
 * @param {import('./redis.mjs').RedisOptions} options
 * @param {number} port of 127.0.0.1
 * @returns {[string, string[]]}
 */
export function redisCommand(runner, options, port) {
  const { dir } = options;
  if (runner.kind === 'program') {
    writeConfig(options, { host: '127.0.0.1', port, dir });
    return [runner.file, [join(dir, 'redis.conf')]];
  }
  writeConfig(options, INSIDE_CONTAINER);
  const name = `quizmaster-redis-${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`;
  // One that outlived its client, which is all that a signal could reach.
  spawnSync('docker', ['rm', '--force', name], { stdio: 'ignore' });
  const user = process.getuid ? ['--user', `${process.getuid()}:${process.getgid?.()}`] : [];
  const where = ['-v', `${dir}:/data`, '-p', `127.0.0.1:${port}:6379`];
  const flags = ['--rm', '--init', '--name', name, ...user, ...where];
  return ['docker', ['run', ...flags, 'redis:7-alpine', 'redis-server', '/data/redis.conf']];
}

/**
 * By a file, because a password among the arguments would be seen by every user of the machine.
 * @param {import('./redis.mjs').RedisOptions} options
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
