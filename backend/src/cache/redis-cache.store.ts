import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { SharedConfig } from '../config/shared.config.js';
import { AppLogger } from '../logger/app-logger.js';
import type { RedisClient } from '../redis/connect-redis.js';
import type { GuardedRedis } from '../redis/guarded-redis.js';
import { RedisConnections } from '../redis/redis-connections.js';

/**
 * Stands where a value was removed, for longer than any load takes: a load that began before the removal must
 * not store what it read. Not JSON, so never mistaken for a value.
 */
const TOMBSTONE = '!';
const TOMBSTONE_SECONDS = 15;
/** How often it is tried again to remove what could not be removed. */
const RETRY_MS = 1_000;

/**
 * The family's generation and the value in one round trip. A family is emptied by raising its generation, which
 * needs no scan. The braces keep both keys in one slot of a cluster.
 */
const READ = `
local generation = redis.call('GET', KEYS[1]) or '0'
return {generation, redis.call('GET', KEYS[2] .. ':' .. generation)}`;
const WRITE = `
local generation = redis.call('GET', KEYS[1]) or '0'
local key = KEYS[2] .. ':' .. generation
if generation ~= ARGV[1] or redis.call('GET', key) == '${TOMBSTONE}' then return 0 end
redis.call('SET', key, ARGV[2], 'EX', ARGV[3])
return 1`;
const REMOVE = `
local generation = redis.call('GET', KEYS[1]) or '0'
redis.call('SET', KEYS[2] .. ':' .. generation, '${TOMBSTONE}', 'EX', ARGV[1])
return 1`;

/** A value as stored, and the generation it was (or would have been) read in. */
export interface CacheRead {
  generation: string;
  value: string | null;
}

/** Redis behind the cache. While it is away nothing throws: reads find nothing, writes are left out. */
@Injectable()
export class RedisCacheStore implements OnApplicationShutdown {
  private readonly redis: GuardedRedis;
  private readonly knownFamilies = new Set<string>();
  /** To be emptied before anything is read again. */
  private readonly missedFamilies = new Set<string>();
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(connections: RedisConnections, config: SharedConfig, logger: AppLogger) {
    this.redis = connections.guarded('cache', {
      onAway: (reason) =>
        logger.warn('cache not reachable, answering from the database', { reason }),
      onBack: () => void this.retryMissed(),
      onConnect: () => this.distrustAll(),
    });
    if (config.cache.enabled) this.redis.connect();
  }

  /** Null while Redis is away: load, and do not store. */
  async read(family: string, key: string): Promise<CacheRead | null> {
    this.know(family);
    const read = await this.redis.attempt(async (redis) => {
      await this.removeMissed(redis);
      return redis.eval(READ, 2, generationKey(family), valueKey(family, key));
    });
    if (read === null) return null;
    const [generation, value] = read.value as [string, string | null];
    return { generation, value: value === TOMBSTONE ? null : value };
  }

  /** Stores unless the family was invalidated since `generation` was read: a slow load never revives old data. */
  async write(
    family: string,
    key: string,
    entry: { generation: string; value: string; ttlSeconds: number },
  ): Promise<void> {
    const keys = [generationKey(family), valueKey(family, key)] as const;
    await this.redis.attempt((redis) =>
      redis.eval(WRITE, 2, ...keys, entry.generation, entry.value, entry.ttlSeconds),
    );
  }

  /** Removes one value; what cannot be removed now is made up for before anything is read again. */
  async remove(family: string, key: string): Promise<void> {
    const keys = [generationKey(family), valueKey(family, key)] as const;
    const done = await this.redis.attempt((redis) =>
      redis.eval(REMOVE, 2, ...keys, TOMBSTONE_SECONDS),
    );
    if (done === null) this.missed(family);
  }

  /** Removes every value of the family, with the same promise. */
  async removeFamily(family: string): Promise<void> {
    const done = await this.redis.attempt((redis) => redis.incr(generationKey(family)));
    if (done === null) this.missed(family);
  }

  /** Milliseconds one round trip takes; null while Redis does not answer. */
  async ping(): Promise<number | null> {
    const begin = performance.now();
    const pong = await this.redis.attempt((redis) => redis.ping());
    return pong === null ? null : performance.now() - begin;
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.retry);
    this.redis.disconnect();
  }

  /** What a family holds from before this process may lack a removal that a process which died still owed. */
  private know(family: string): void {
    if (this.knownFamilies.has(family)) return;
    this.knownFamilies.add(family);
    this.missedFamilies.add(family);
  }

  /** A server that is back after a crash may have lost the last removals but kept the values. */
  private distrustAll(): void {
    for (const family of this.knownFamilies) this.missedFamilies.add(family);
  }

  /** Other processes read the old value until it is removed, so this does not wait for the next read. */
  private missed(family: string): void {
    this.missedFamilies.add(family);
    this.retry ??= setTimeout(() => void this.retryMissed(), RETRY_MS);
  }

  private async retryMissed(): Promise<void> {
    clearTimeout(this.retry);
    const done = await this.redis.attempt((redis) => this.removeMissed(redis));
    const again = done === null && !this.stopped;
    this.retry = again ? setTimeout(() => void this.retryMissed(), RETRY_MS) : undefined;
  }

  private async removeMissed(redis: RedisClient): Promise<void> {
    for (const family of this.missedFamilies) {
      // Taken off first: a removal that is missed meanwhile has to stay. Whoever reads meanwhile comes after this
      // command on the same connection.
      this.missedFamilies.delete(family);
      try {
        await redis.incr(generationKey(family));
      } catch (error) {
        this.missedFamilies.add(family);
        throw error;
      }
    }
  }
}

function generationKey(family: string): string {
  return `{${family}}:generation`;
}

function valueKey(family: string, key: string): string {
  return `{${family}}:${key}`;
}
