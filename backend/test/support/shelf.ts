import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import winston from 'winston';
import { CacheService } from '../../src/cache/cache.service.js';
import { CacheStatistics } from '../../src/cache/cache-statistics.service.js';
import { any, one } from '../../src/cache/change.js';
import { Changes } from '../../src/cache/changes.service.js';
import { defineCache } from '../../src/cache/define-cache.js';
import { RedisCacheStore } from '../../src/cache/redis-cache.store.js';
import { loadSharedConfig } from '../../src/config/load-config.js';
import { AppLogger } from '../../src/logger/app-logger.js';
import { RedisConnections } from '../../src/redis/redis-connections.js';

const logger = new AppLogger(winston.createLogger({ silent: true }));

/** A page of one quiz. */
export const pages = defineCache<string, string | null>({
  name: 'test:pages',
  version: 1,
  key: (page) => page,
  dependsOn: (page) => [one('quiz', page)],
});

/** Made of all quizzes. */
export const lists = defineCache<string, string>({
  name: 'test:lists',
  version: 1,
  key: (list) => list,
  dependsOn: () => [any('quiz')],
});

/** Made of no quiz. */
export const others = defineCache<string, string>({
  name: 'test:others',
  version: 1,
  key: (id) => id,
  dependsOn: (id) => [one('user', id)],
});

/** The cache as one process has it, in front of a store of one value that counts how often it is read. */
export class Shelf {
  value = 'first';
  loads = 0;
  readonly page: string = randomUUID();
  readonly store: RedisCacheStore;
  readonly statistics: CacheStatistics;
  readonly cache: CacheService;
  readonly changes: Changes;

  constructor(redisUrl: string, env: Record<string, string> = {}) {
    const config = loadSharedConfig({
      DATABASE_URL: 'postgres://none',
      REDIS_URL: redisUrl,
      ...env,
    });
    this.store = new RedisCacheStore(new RedisConnections(config), config, logger);
    this.statistics = new CacheStatistics(this.store, config);
    this.cache = new CacheService(this.store, this.statistics, config, logger);
    this.changes = new Changes(this.cache);
  }

  load = (): Promise<string> => {
    this.loads += 1;
    return Promise.resolve(this.value);
  };

  read(load: () => Promise<string | null> = this.load, page = this.page): Promise<string | null> {
    return this.cache.getOrSet(pages, page, load);
  }

  async change(value: string, page = this.page): Promise<void> {
    this.value = value;
    await this.changes.announce('quiz', page);
  }

  /** Resolves once values are kept again: Redis is there and nothing is owed any more. */
  async keeps(): Promise<void> {
    await vi.waitFor(
      async () => {
        const probe = randomUUID();
        let loads = 0;
        const load = () => Promise.resolve(`${(loads += 1)}`);
        await this.read(load, probe);
        await this.read(load, probe);
        expect(loads).toBe(1);
      },
      { timeout: 20_000, interval: 50 },
    );
  }

  /** As a process does that ends in order. */
  async close(): Promise<void> {
    await this.statistics.onModuleDestroy();
    await this.store.onModuleDestroy();
    this.store.onApplicationShutdown();
  }

  /** As one does that dies. */
  die(): void {
    this.store.onApplicationShutdown();
  }
}

/** Opens a gate that a load can wait at. */
export function gate(): { passed: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}
