import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppLogger } from '../logger/app-logger.js';
import type { GuardedRedis } from '../redis/guarded-redis.js';
import { RedisConnections } from '../redis/redis-connections.js';
import { LocalWindow } from './local-window.js';
import type { SlidingWindow, WindowLimit, WindowResult } from './sliding-window.js';

/**
 * All limits of one request in one atomic round trip. Per limit: forget what left the window, count; when none is
 * spent add the request to each. Returns {index of the refusing or closest limit, allowed, hits, ms until room}.
 * Times are Redis's own, so that instances with different clocks agree.
 */
const HIT = `
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local closest, closestRoom, closestHits = 1, nil, 0
for i, key in ipairs(KEYS) do
  local limit, window = tonumber(ARGV[i * 2]), tonumber(ARGV[i * 2 + 1])
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
  local hits = redis.call('ZCARD', key)
  if hits >= limit then
    local oldest = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')
    return {i, 0, hits, math.max(1, (oldest[2] or now) + window - now)}
  end
  local room = limit - hits - 1
  if closestRoom == nil or room < closestRoom then closest, closestRoom, closestHits = i, room, hits + 1 end
end
for i, key in ipairs(KEYS) do
  redis.call('ZADD', key, now, ARGV[1])
  redis.call('PEXPIRE', key, ARGV[i * 2 + 1])
end
return {closest, 1, closestHits, 0}`;

/** Limits shared by all instances through Redis; while it is away, limits of this process (stricter where said). */
@Injectable()
export class RedisWindow implements SlidingWindow, OnApplicationShutdown {
  private readonly redis: GuardedRedis;
  private readonly local = new LocalWindow();

  constructor(connections: RedisConnections, logger: AppLogger) {
    this.redis = connections.guarded('limits', {
      onAway: (reason) => logger.warn('rate limits hold in this process only', { reason }),
    });
    this.redis.connect();
  }

  async hit(limits: readonly WindowLimit[]): Promise<WindowResult> {
    const member = randomUUID();
    const keys = limits.map((limit) => `{limit}:${limit.key}`);
    const args = limits.flatMap((limit) => [limit.limit, limit.windowSeconds * 1000]);
    const answer = await this.redis.attempt((redis) =>
      redis.eval(HIT, keys.length, ...keys, member, ...args),
    );
    if (answer === null) return this.local.hit(limits);
    const [index, allowed, hits, waitMs] = answer.value as [number, number, number, number];
    const limit = limits[index - 1];
    if (limit === undefined) throw new Error(`limit script answered index ${index}`);
    return {
      allowed: allowed === 1,
      limit,
      hits,
      retryAfterSeconds: waitMs / 1000,
      refund: async () => {
        await this.redis.attempt((redis) =>
          Promise.all(keys.map((key) => redis.zrem(key, member))),
        );
      },
    };
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}
