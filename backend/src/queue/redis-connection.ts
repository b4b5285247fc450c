import { Redis, type RedisOptions } from 'ioredis';
import type { SharedConfig } from '../config/shared.config.js';

const RECONNECTING = {
  connectTimeout: 2_000,
  retryStrategy: (times: number) => Math.min(times * 100, 2_000),
};

/** For adding jobs: fails at once while Redis is away, because a request waits for the answer. */
export function connectProducer(config: SharedConfig, onError: (reason: string) => void): Redis {
  return connect(config, onError, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 1_000,
  });
}

/** For working off jobs: waits for Redis as long as it takes; BullMQ blocks on it. */
export function connectWorker(config: SharedConfig, onError: (reason: string) => void): Redis {
  return connect(config, onError, { maxRetriesPerRequest: null });
}

function connect(
  config: SharedConfig,
  onError: (reason: string) => void,
  options: RedisOptions,
): Redis {
  const redis = new Redis(config.queueRedis.url, { ...RECONNECTING, ...options });
  redis.on('error', (error: Error) => onError(error.message));
  return redis;
}
