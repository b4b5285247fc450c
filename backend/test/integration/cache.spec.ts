import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import winston from 'winston';
import { startOwnRedis, type OwnRedis } from '../../scripts/lib/test-services.mjs';
import { CacheService } from '../../src/cache/cache.service.js';
import { defineCache } from '../../src/cache/define-cache.js';
import { RedisCacheStore } from '../../src/cache/redis-cache.store.js';
import { loadSharedConfig } from '../../src/config/load-config.js';
import { AppLogger } from '../../src/logger/app-logger.js';
import { RedisConnections } from '../../src/redis/redis-connections.js';

/** What an answer may take longer while Redis is away: its time-out, with room for a busy machine. */
const SLOWER_AT_MOST_MS = 250;

const logger = new AppLogger(winston.createLogger({ silent: true }));
const pages = defineCache<string, string | null>({
  name: 'test-pages',
  version: 1,
  key: (page) => page,
});

/** The cache as one process has it, in front of a store of one value that counts how often it is read. */
class Shelf {
  value = 'first';
  loads = 0;
  readonly page = randomUUID();
  readonly store: RedisCacheStore;
  readonly cache: CacheService;

  constructor(redisUrl: string, env: Record<string, string> = {}) {
    const config = loadSharedConfig({
      DATABASE_URL: 'postgres://none',
      REDIS_URL: redisUrl,
      ...env,
    });
    this.store = new RedisCacheStore(new RedisConnections(config), config, logger);
    this.cache = new CacheService(this.store, config);
  }

  load = (): Promise<string> => {
    this.loads += 1;
    return Promise.resolve(this.value);
  };

  read(load: () => Promise<string> = this.load, page = this.page): Promise<string | null> {
    return this.cache.getOrSet(pages, page, load);
  }

  async change(value: string): Promise<void> {
    this.value = value;
    await this.cache.invalidate(pages, this.page);
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
}

let redis: OwnRedis;
const shelves: Shelf[] = [];

async function shelf(env: Record<string, string> = {}): Promise<Shelf> {
  const made = new Shelf(redis.url, env);
  shelves.push(made);
  if (env.CACHE_ENABLED !== 'false') await made.keeps();
  return made;
}

/** Opens a gate that a load can wait at. */
function gate(): { passed: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

beforeAll(async () => {
  redis = await startOwnRedis();
});
afterEach(() => {
  for (const { store } of shelves.splice(0)) store.onApplicationShutdown();
});
afterAll(async () => {
  await redis.stop();
});

describe('the cache', () => {
  it('loads a value once and hands it to every later caller, in this process or another', async () => {
    const [one, other] = [await shelf(), await shelf()];
    for (let round = 0; round < 3; round += 1) expect(await one.read()).toBe('first');
    expect(one.loads).toBe(1);
    expect(await other.read(other.load, one.page)).toBe('first');
    expect(other.loads).toBe(0);
  });

  it('loads once for a hundred callers who miss at the same moment', async () => {
    const one = await shelf();
    const { passed, open } = gate();
    const load = async () => {
      await passed;
      return one.load();
    };
    const callers = Array.from({ length: 100 }, () => one.read(load));
    open();
    expect(new Set(await Promise.all(callers))).toEqual(new Set(['first']));
    expect(one.loads).toBe(1);
  });

  it('keeps a null as a value, and hands an error to every waiting caller without keeping it', async () => {
    const one = await shelf();
    const fail = () => Promise.reject(new Error('no database'));
    const results = await Promise.allSettled([one.read(fail), one.read(fail)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await one.read()).toBe('first');
    const page = randomUUID();
    expect(await one.cache.getOrSet(pages, page, () => Promise.resolve(null))).toBeNull();
    expect(await one.read(one.load, page)).toBeNull();
  });

  it('forgets one value, or all of its family, and nothing of another family', async () => {
    const one = await shelf();
    const others = defineCache<string, string>({ name: 'others', version: 1, key: (id) => id });
    await one.cache.getOrSet(others, 'x', () => Promise.resolve('kept'));
    const second = randomUUID();
    for (const page of [one.page, second]) await one.read(one.load, page);
    await one.change('second');
    expect(await one.read()).toBe('second');
    expect(await one.read(one.load, second)).toBe('first');
    await one.cache.invalidateAll(pages);
    expect(await one.read(one.load, second)).toBe('second');
    expect(await one.cache.getOrSet(others, 'x', () => Promise.resolve('lost'))).toBe('kept');
  });

  it('never brings old data back by a slow load that began before the change', async () => {
    const [one, other] = [await shelf(), await shelf()];
    for (const forget of [
      () => one.cache.invalidate(pages, one.page),
      () => other.cache.invalidate(pages, one.page),
      () => other.cache.invalidateAll(pages),
    ]) {
      await forget();
      one.value = 'old';
      const { passed, open } = gate();
      const begun = gate();
      const slow = one.read(async () => {
        const read = one.value;
        begun.open();
        await passed;
        return read;
      });
      await begun.passed;
      one.value = 'new';
      await forget();
      open();
      await slow;
      expect(await one.read()).toBe('new');
      expect(await other.read(one.load, one.page)).toBe('new');
    }
  });

  it('lets a caller after a change share the load of no caller before it', async () => {
    const one = await shelf();
    const { passed, open } = gate();
    const before = one.read(async () => {
      await passed;
      return 'first';
    });
    await one.change('second');
    const after = one.read();
    open();
    expect(await after).toBe('second');
    expect(await before).toBe('first');
    expect(await one.read()).toBe('second');
  });

  it('answers the same when it is switched off, and asks Redis nothing', async () => {
    const off = await shelf({ CACHE_ENABLED: 'false' });
    expect([await off.read(), await off.read(), off.loads]).toEqual(['first', 'first', 2]);
    await off.change('second');
    expect(await off.read()).toBe('second');
  });
});

describe.each([
  ['frozen', () => Promise.resolve(redis.freeze()), () => Promise.resolve(redis.thaw())],
  ['stopped', () => redis.kill(), () => redis.restart()],
])('the cache with Redis %s', (_, away, back) => {
  it('answers rightly, late once at most, and nothing is stale when Redis is back', async () => {
    const [one, other] = [await shelf(), await shelf()];
    await one.read();
    await other.read(one.load, one.page);
    await away();
    try {
      expect(await millisecondsOf(() => one.read())).toBeLessThan(SLOWER_AT_MOST_MS);
      expect(await millisecondsOf(() => one.change('second'))).toBeLessThan(SLOWER_AT_MOST_MS);
      const reads = await millisecondsOf(async () => {
        for (let round = 0; round < 20; round += 1) expect(await one.read()).toBe('second');
      });
      expect(reads).toBeLessThan(SLOWER_AT_MOST_MS);
    } finally {
      await back();
    }
    // Only this process knows that there was a change; the other must not go on with the old value.
    await other.keeps();
    await vi.waitFor(async () => expect(await other.read(one.load, one.page)).toBe('second'), {
      timeout: 10_000,
      interval: 20,
    });
    await one.keeps();
    expect(await one.read()).toBe('second');
  });
});

describe('a removal that Redis never got', () => {
  it('is made up for by the next process when the one that owed it died', async () => {
    const rare = defineCache<string, string>({ name: 'rare', version: 1, key: (id) => id });
    const dying = await shelf();
    const read = (of: Shelf) => of.cache.getOrSet(rare, dying.page, dying.load);
    expect([await read(dying), await read(dying), dying.loads]).toEqual(['first', 'first', 1]);
    await redis.kill();
    dying.value = 'second';
    await dying.cache.invalidate(rare, dying.page);
    dying.store.onApplicationShutdown();
    await redis.restart();
    // Connected long before it first asks for this family.
    const next = await shelf();
    expect(await read(next)).toBe('second');
  });
});
