import type { ConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { SharedConfig } from '../config/shared.config.js';

const RECONNECTING = {
  connectTimeout: 2_000,
  retryStrategy: (times: number) => Math.min(times * 100, 2_000),
};

/** For adding jobs: fails at once while Redis is away, because a request waits for the answer. */
export function producerConnection(config: SharedConfig): ConnectionOptions {
  return {
    ...RECONNECTING,
    url: config.queueRedis.url,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 1_000,
  };
}

/** For working off jobs: waits for Redis as long as it takes; BullMQ blocks on it. */
export function workerConnection(config: SharedConfig, onError: (reason: string) => void): Redis {
  const redis = new Redis(config.queueRedis.url, { ...RECONNECTING, maxRetriesPerRequest: null });
  redis.on('error', (error: Error) => onError(error.message));
  return redis;
}
