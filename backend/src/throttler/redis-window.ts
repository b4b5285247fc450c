import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Script } from '../redis/script.js';
import { LimitsRedis } from './limits-redis.js';
import { LocalWindow } from './local-window.js';
import type { Count, SlidingWindow, WindowResult } from './sliding-window.js';
import type { Subject } from './subject.js';

/**
 * All rules of one request in one atomic round trip. Per rule: forget what left the window or was counted before the
 * subject's last reset (the first key), count; when none is spent add the request to each. Returns {index of the
 * refusing or closest rule, allowed, hits, ms until its oldest request leaves}. Times are Redis's own, so that
 * instances with different clocks agree.
 */
const HIT = new Script(`
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local reset = tonumber(redis.call('GET', KEYS[1]) or 0)
local closest, closestRoom, closestHits
local function left(i)
  local oldest = redis.call('ZRANGE', KEYS[i + 1], 0, 0, 'WITHSCORES')
  return math.max(1, (tonumber(oldest[2]) or now) + tonumber(ARGV[i * 2 + 1]) - now)
end
for i = 1, #KEYS - 1 do
  local key, limit, window = KEYS[i + 1], tonumber(ARGV[i * 2]), tonumber(ARGV[i * 2 + 1])
  redis.call('ZREMRANGEBYSCORE', key, '-inf', math.max(now - window, reset))
  local hits = redis.call('ZCARD', key)
  if hits >= limit then return {i, 0, hits, left(i)} end
  local room = limit - hits - 1
  if closestRoom == nil or room < closestRoom then closest, closestRoom, closestHits = i, room, hits + 1 end
end
for i = 1, #KEYS - 1 do
  redis.call('ZADD', KEYS[i + 1], now, ARGV[1])
  redis.call('PEXPIRE', KEYS[i + 1], ARGV[i * 2 + 1])
end
return {closest, 1, closestHits, left(closest)}`);

const RESET = new Script(`
local t = redis.call('TIME')
return redis.call('SET', KEYS[1], t[1] * 1000 + math.floor(t[2] / 1000), 'EX', ARGV[1])`);
/** Longer than any window can be. */
const RESET_KEPT_SECONDS = 2 * 86_400;

/** The braces keep all keys of a subject in one slot of a cluster, and subjects apart. */
function prefixOf({ kind, id }: Subject): string {
  return `limit:{${kind}:${id}}`;
}

function keyOf({ rule, subject, part }: Count): string {
  return `${prefixOf(subject)}:${rule.name}${part === undefined ? '' : `:${part}`}`;
}

function resetKeyOf(subject: Subject): string {
  return `${prefixOf(subject)}#reset`;
}

/** Limits shared by all instances through Redis; while it is away, limits of this process (stricter where said). */
@Injectable()
export class RedisWindow implements SlidingWindow {
  private readonly local = new LocalWindow();

  constructor(private readonly redis: LimitsRedis) {}

  async hit(counts: readonly Count[]): Promise<WindowResult> {
    const [first] = counts;
    if (first === undefined) throw new Error('a request was counted against no rule');
    const member = randomUUID();
    const keys = counts.map(keyOf);
    const args = counts.flatMap(({ rule }) => [rule.limit, rule.windowSeconds * 1000]);
    const answer = await this.redis.attempt((redis) =>
      HIT.run(redis, [resetKeyOf(first.subject), ...keys], [member, ...args]),
    );
    if (answer === null) return this.local.hit(counts);
    const [index, allowed, hits, resetMs] = answer.value as [number, number, number, number];
    const count = counts[index - 1];
    if (count === undefined) throw new Error(`the script of limits answered index ${index}`);
    return {
      allowed: allowed === 1,
      count,
      limit: count.rule.limit,
      hits,
      resetSeconds: resetMs / 1000,
      refund: async () => {
        await this.redis.attempt((redis) =>
          Promise.all(keys.map((key) => redis.zrem(key, member))),
        );
      },
    };
  }

  async reset(subject: Subject): Promise<void> {
    await this.local.reset(subject);
    await this.redis.attempt((redis) =>
      RESET.run(redis, [resetKeyOf(subject)], [RESET_KEPT_SECONDS]),
    );
  }
}
