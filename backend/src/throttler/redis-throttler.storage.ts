import { Injectable } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import { RedisWindow } from './redis-window.js';

type StorageRecord = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/** Backs @nestjs/throttler with the sliding windows; durations come in milliseconds and leave in seconds. */
@Injectable()
export class RedisThrottlerStorage implements ThrottlerStorage {
  constructor(private readonly window: RedisWindow) {}

  async increment(key: string, ttl: number, limit: number): Promise<StorageRecord> {
    const result = await this.window.hit([{ key, limit, windowSeconds: ttl / 1000 }]);
    return {
      totalHits: result.allowed ? result.hits : limit + 1,
      timeToExpire: Math.ceil(ttl / 1000),
      isBlocked: !result.allowed,
      timeToBlockExpire: Math.ceil(result.retryAfterSeconds),
    };
  }
}
