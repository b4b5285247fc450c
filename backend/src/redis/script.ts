import { hash } from 'node:crypto';
import type { RedisClient } from './connect-redis.js';

type Keys = readonly string[];
type Args = readonly (string | number)[];

/** A Lua script, which Redis runs as one step. */
export class Script {
  private readonly sha: string;

  constructor(private readonly text: string) {
    // The name that Redis gives it.
    this.sha = hash('sha1', text, 'hex');
  }

  /** What the script returns. It is sent whole only to a server that does not know it yet. */
  async run(redis: RedisClient, keys: Keys, args: Args): Promise<unknown> {
    try {
      return await redis.evalsha(this.sha, keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return this.runWhole(redis, keys, args);
    }
  }

  /** The same, sent whole at once: never behind what was asked after it on this connection. */
  runWhole(redis: RedisClient, keys: Keys, args: Args): Promise<unknown> {
    return redis.eval(this.text, keys.length, ...keys, ...args);
  }
}
