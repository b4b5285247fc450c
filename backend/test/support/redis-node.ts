import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { vi } from 'vitest';
import { freePort } from '../../scripts/lib/ports.mjs';
import { findRedisRunner } from '../../scripts/lib/redis-server.mjs';

/** A redis-server on 127.0.0.1 that is configured line by line: a replica, a sentinel, a node of a cluster. */
export class RedisNode {
  private constructor(
    readonly port: number,
    /** To look at it and to arrange things. */
    readonly redis: Redis,
    private readonly child: ChildProcess,
    private readonly dir: string,
  ) {}

  /** Resolves once it answers. */
  static async start(
    password: string,
    lines: string[],
    { sentinel = false } = {},
  ): Promise<RedisNode> {
    const runner = findRedisRunner(() => undefined);
    if (runner.kind !== 'program') throw new Error('redis-server has to be on PATH');
    const port = await freePort();
    const dir = mkdtempSync(join(tmpdir(), 'quizmaster-redis-'));
    const all = [`port ${port}`, 'bind 127.0.0.1', `dir "${dir}"`, `requirepass ${password}`];
    const file = join(dir, 'redis.conf');
    mkdirSync(dir, { recursive: true });
    writeFileSync(file, [...all, ...lines, ''].join('\n'), { mode: 0o600 });
    const child = spawn(runner.file, [file, ...(sentinel ? ['--sentinel'] : [])], {
      cwd: dir,
      stdio: 'ignore',
    });
    const redis = new Redis({ port, host: '127.0.0.1', password, retryStrategy: () => 50 });
    redis.on('error', () => undefined);
    const node = new RedisNode(port, redis, child, dir);
    await node.until(async () => (await redis.ping()) === 'PONG');
    return node;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Resolves once `holds` answers yes. */
  async until(holds: () => Promise<boolean>): Promise<void> {
    await vi.waitFor(
      async () => {
        if (!(await holds())) throw new Error(`not so yet at ${this.address}`);
      },
      { timeout: 30_000, interval: 50 },
    );
  }

  async stop(): Promise<void> {
    this.redis.disconnect();
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = new Promise((done) => this.child.once('exit', done));
      this.child.kill('SIGKILL');
      await ended;
    }
    rmSync(this.dir, { recursive: true, force: true });
  }
}
