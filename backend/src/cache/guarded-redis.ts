import { Redis } from 'ioredis';
import type { SharedConfig } from '../config/shared.config.js';

/** After a failure Redis is left alone this long, so that an outage costs few requests its time-out. */
const PAUSE_MS = 1_000;

/**
 * A Redis connection for what the product can do without: short time-outs, no queueing while it is away,
 * reconnects by itself, and a pause after each failure.
 */
export class GuardedRedis {
  private readonly redis: Redis;
  private pausedUntil = 0;

  /** `onFailure` is told why, once per pause; `onConnect` of each new connection, before its first command. */
  constructor(
    config: SharedConfig,
    private readonly onFailure: (reason: string) => void,
    onConnect?: () => void,
  ) {
    this.redis = new Redis(config.redis.url, {
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      commandTimeout: config.redis.commandTimeoutMs,
      connectTimeout: 2_000,
      retryStrategy: (times) => Math.min(times * 100, 2_000),
    });
    // Each command reports its own failure; the listener only keeps the event from ending the process.
    this.redis.on('error', () => undefined);
    if (onConnect !== undefined) this.redis.on('connect', onConnect);
  }

  /** Begins to connect; a server that is away now is found when it comes. */
  connect(): void {
    this.redis.connect().catch((error: unknown) => this.failed(error));
  }

  /** The result of `command`, or null while Redis is away. `evenPaused` asks it all the same. */
  async attempt<T>(
    command: (redis: Redis) => Promise<T>,
    { evenPaused = false } = {},
  ): Promise<{ value: T } | null> {
    if (!evenPaused && Date.now() < this.pausedUntil) return null;
    try {
      return { value: await command(this.redis) };
    } catch (error) {
      this.failed(error);
      return null;
    }
  }

  disconnect(): void {
    this.redis.disconnect();
  }

  private failed(error: unknown): void {
    const now = Date.now();
    if (now < this.pausedUntil) return;
    this.pausedUntil = now + PAUSE_MS;
    this.onFailure(error instanceof Error ? error.message : String(error));
  }
}
