import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { SharedConfig } from '../config/shared.config.js';
import { AppLogger } from '../logger/app-logger.js';
import type { RedisClient } from '../redis/connect-redis.js';
import type { GuardedRedis } from '../redis/guarded-redis.js';
import { RedisConnections } from '../redis/redis-connections.js';
import { CHANGE, READ, UNLOCK, WRITE } from './cache-scripts.js';

/** The braces keep all keys in one slot of a cluster: a value is always asked for together with its marks. */
const PREFIX = '{quizmaster:cache}:';
/** On which every value depends. */
const EVERYTHING = 'everything';
/** Longer than any load takes: what began before a change and ends after it must find another mark. */
const MARK_SECONDS = 60;
/** A holder that died is waited for no longer than this. */
const LOCK_MS = 150;
/** How often it is tried again to tell Redis of a change that it could not be told of. */
const RETRY_MS = 1_000;
/** How long a process that ends goes on trying, and how often. */
const LAST_TRIES = { rounds: 20, pauseMs: 100 };

/** Where a value is, and the marks of all that it depends on. */
export interface CacheEntry {
  key: string;
  marks: readonly string[];
}

/** What is there: the value as stored, or the stamp that it would have to be stored with. */
export interface CacheRead {
  stamp: string;
  text: string | null;
  /** Somebody loads it right now. */
  loading: boolean;
  /** There was one, made of what has changed since. */
  outdated: boolean;
}

/**
 * Redis behind the cache. While it is away nothing throws: reads find nothing, writes are left out. What changes
 * meanwhile is made up for before anything is read again, and so is what others may have failed to tell: a server
 * that is back, or that this process has not asked before, is told that everything has changed.
 */
@Injectable()
export class RedisCacheStore implements OnModuleDestroy, OnApplicationShutdown {
  private readonly redis: GuardedRedis;
  /** Everything is to be outdated before anything is read. */
  private distrusted = true;
  /** There is a change that Redis was not told of. */
  private owing = false;
  private settling: Promise<void> | null = null;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(connections: RedisConnections, config: SharedConfig, logger: AppLogger) {
    this.redis = connections.guarded('cache', {
      onAway: (reason) => {
        this.distrusted = true;
        logger.warn('cache not reachable, answering from the database', { reason });
      },
      onBack: () => void this.settleNow(),
      // A server that is back after a crash may have lost the last changes but kept the values.
      onConnect: () => {
        this.distrusted = true;
      },
    });
    if (config.cache.enabled) this.redis.connect();
  }

  /** Null while Redis is away: load, and do not store. */
  async read(entry: CacheEntry): Promise<CacheRead | null> {
    const keys = keysOf(entry);
    const answer = await this.redis.attempt(async (redis) => {
      await this.settle(redis);
      return READ.run(redis, keys, [freshMark(), MARK_SECONDS, LOCK_MS]);
    });
    if (answer === null) return null;
    const [stamp, text, loading, outdated] = answer.value as [string, string | null, ...unknown[]];
    return { stamp, text, loading: loading === 1, outdated: outdated === 1 };
  }

  /** Stores `text` unless something it depends on has changed since `stamp` was read. @returns whether it did */
  async write(
    entry: CacheEntry,
    value: { stamp: string; text: string; ttlSeconds: number },
  ): Promise<boolean> {
    const { stamp, text, ttlSeconds } = value;
    const args = [stamp, text, ttlSeconds, ttlSeconds + MARK_SECONDS];
    const answer = await this.redis.attempt((redis) => WRITE.run(redis, keysOf(entry), args));
    return answer?.value === 1;
  }

  /** Lets others load what was to be loaded and then not stored. */
  async unlock(entry: CacheEntry, stamp: string): Promise<void> {
    const lock = keysOf(entry).slice(-1);
    await this.redis.attempt((redis) => UNLOCK.run(redis, lock, [stamp]));
  }

  /** Removes one value. */
  async remove({ key }: CacheEntry): Promise<void> {
    await this.redis.attempt((redis) => redis.del(PREFIX + key));
  }

  /** Outdates every value that depends on one of these; what cannot be told now is made up for. */
  async change(marks: readonly string[]): Promise<void> {
    const done = await this.redis.attempt((redis) => tell(redis, marks));
    if (done !== null) return;
    this.distrusted = true;
    this.owing = true;
    this.settleSoon();
  }

  /** Any other command on the same connection; null while Redis is away. Its keys begin with `keyOf`. */
  async ask<T>(command: (redis: RedisClient) => Promise<T>): Promise<T | null> {
    return (await this.redis.attempt(command))?.value ?? null;
  }

  keyOf(name: string): string {
    return PREFIX + name;
  }

  /** Milliseconds one round trip takes; null while Redis does not answer. */
  async ping(): Promise<number | null> {
    const begin = performance.now();
    const pong = await this.redis.attempt((redis) => redis.ping());
    return pong === null ? null : performance.now() - begin;
  }

  /** A command that ends right after a change may not even be connected yet. */
  async onModuleDestroy(): Promise<void> {
    for (let round = 0; this.owing && round < LAST_TRIES.rounds; round += 1) {
      await delay(LAST_TRIES.pauseMs);
      await this.settleNow();
    }
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.retry);
    this.redis.disconnect();
  }

  /** Nothing is read before Redis has taken what it must know; those who come meanwhile wait for the same. */
  private async settle(redis: RedisClient): Promise<void> {
    while (this.distrusted || this.settling !== null) {
      this.settling ??= this.tellAll(redis).finally(() => {
        this.settling = null;
      });
      await this.settling;
    }
  }

  private async tellAll(redis: RedisClient): Promise<void> {
    // Taken off first: a change that is missed meanwhile has to stay.
    const { owing } = this;
    this.distrusted = false;
    this.owing = false;
    try {
      await tell(redis, [EVERYTHING]);
    } catch (error) {
      this.distrusted = true;
      this.owing ||= owing;
      throw error;
    }
  }

  /** Other processes read the old values until then, so this does not wait for the next read. */
  private settleSoon(): void {
    this.retry ??= setTimeout(() => void this.settleNow(), RETRY_MS);
  }

  private async settleNow(): Promise<void> {
    clearTimeout(this.retry);
    this.retry = undefined;
    const done = await this.redis.attempt((redis) => this.settle(redis));
    if (done === null && !this.stopped) this.settleSoon();
  }
}

/** Whole: a script that Redis had to be sent anew would come after what was asked behind it. */
function tell(redis: RedisClient, marks: readonly string[]): Promise<unknown> {
  const keys = marks.map((mark) => `${PREFIX}mark:${mark}`);
  return CHANGE.runWhole(redis, keys, [freshMark(), MARK_SECONDS]);
}

function keysOf({ key, marks }: CacheEntry): string[] {
  const all = [EVERYTHING, ...marks].map((mark) => `${PREFIX}mark:${mark}`);
  return [...all, PREFIX + key, `${PREFIX}lock:${key}`];
}

/** Never the same twice, so that a mark that was lost does not come back with what was stored under it. */
function freshMark(): string {
  return randomBytes(8).toString('base64url');
}
