import { Redis } from 'ioredis';
import type { SharedConfig } from '../config/shared.config.js';

function keepAlive(redis: Redis, onError: (reason: string) => void): Redis {
  redis.on('error', (error: Error) => onError(error.message));
  return redis;
}

/** For adding jobs: fails at once while Redis is away, because a request waits for the answer. */
export function producerConnection(config: SharedConfig, onError: (reason: string) => void): Redis {
  return keepAlive(
    new Redis(config.queueRedis.url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      commandTimeout: 1_000,
      connectTimeout: 2_000,
      retryStrategy: (times) => Math.min(times * 100, 2_000),
    }),
    onError,
  );
}

/** For working off jobs: waits for Redis as long as it takes; BullMQ blocks on it. */
export function workerConnection(config: SharedConfig, onError: (reason: string) => void): Redis {
  return keepAlive(
    new Redis(config.queueRedis.url, {
      maxRetriesPerRequest: null,
      connectTimeout: 2_000,
      retryStrategy: (times) => Math.min(times * 100, 2_000),
    }),
    onError,
  );
}
