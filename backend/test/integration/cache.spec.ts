import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startOwnRedis, type OwnRedis } from '../../scripts/lib/test-services.mjs';
import { gate, lists, others, pages, Shelf } from '../support/shelf.js';

let redis: OwnRedis;
const shelves: Shelf[] = [];

async function shelf(env: Record<string, string> = {}): Promise<Shelf> {
  const made = new Shelf(redis.url, env);
  shelves.push(made);
  if (env.CACHE_ENABLED !== 'false' && env.CACHE_ROLLOUT_PERCENT === undefined) await made.keeps();
  return made;
}

beforeAll(async () => {
  redis = await startOwnRedis();
});
afterEach(() => {
  for (const made of shelves.splice(0)) made.die();
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

  it('loads at most once in each of two processes for two hundred callers who miss together', async () => {
    const processes = [await shelf(), await shelf()];
    const page = randomUUID();
    const reads = Array.from({ length: 100 }, () =>
      processes.map((one) => one.read(one.load, page)),
    ).flat();
    expect(new Set(await Promise.all(reads))).toEqual(new Set(['first']));
    for (const { loads } of processes) expect(loads).toBeLessThanOrEqual(1);
  });

  it('lets another process take what one has just loaded instead of loading it too', async () => {
    const [one, other] = [await shelf(), await shelf()];
    const begun = gate();
    const slow = one.read(async () => {
      begun.open();
      await other.store.ping();
      return one.load();
    });
    await begun.passed;
    expect(await other.read(other.load, one.page)).toBe('first');
    expect([await slow, other.loads]).toEqual(['first', 0]);
  });

  it('waits a tenth of a second for a process that died while loading, and no longer', async () => {
    const [one, dying] = [await shelf(), await shelf()];
    const { passed, open } = gate();
    const begun = gate();
    const never = dying.read(async () => {
      begun.open();
      await passed;
      return 'late';
    }, one.page);
    await begun.passed;
    dying.die();
    const begin = performance.now();
    expect(await one.read()).toBe('first');
    expect(performance.now() - begin).toBeLessThan(250);
    open();
    await never;
    expect(await one.read()).toBe('first');
  });

  it('lets nobody wait for a load that failed or whose value may not be kept', async () => {
    const one = await shelf();
    const other = await shelf();
    const begin = performance.now();
    await expect(one.read(() => Promise.reject(new Error('no database')))).rejects.toThrow();
    const passing = () => Promise.resolve('passing');
    await one.cache.answer(pages, one.page, passing, () => false);
    expect(await other.read(other.load, one.page)).toBe('first');
    expect(performance.now() - begin).toBeLessThan(80);
  });

  it('hands an error to every waiting caller without keeping it', async () => {
    const one = await shelf();
    const fail = () => Promise.reject(new Error('no database'));
    const results = await Promise.allSettled([one.read(fail), one.read(fail)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await one.read()).toBe('first');
  });

  it('remembers for a short time that there is nothing, until that is announced to have changed', async () => {
    const one = await shelf();
    const nothing = () => Promise.resolve(null);
    expect(await one.read(nothing)).toBeNull();
    expect(await one.read()).toBeNull();
    const client = new Redis(redis.url);
    const [key = ''] = await client.keys(`*pages:v1:${one.page}`);
    expect(await client.ttl(key)).toBeLessThanOrEqual(30);
    await one.change('there');
    expect(await one.read()).toBe('there');
    client.disconnect();
  });

  it('forgets what depends on what has changed, and nothing else', async () => {
    const one = await shelf();
    const second = randomUUID();
    const list = randomUUID();
    const loadList = () => Promise.resolve(one.value);
    await one.cache.getOrSet(others, one.page, () => Promise.resolve('kept'));
    for (const page of [one.page, second]) await one.read(one.load, page);
    expect(await one.cache.getOrSet(lists, list, loadList)).toBe('first');
    await one.change('second');
    expect(await one.read()).toBe('second');
    expect(await one.cache.getOrSet(lists, list, loadList)).toBe('second');
    expect(await one.read(one.load, second)).toBe('first');
    await one.cache.clear(pages);
    expect(await one.read(one.load, second)).toBe('second');
    const lost = () => Promise.resolve('lost');
    expect(await one.cache.getOrSet(others, one.page, lost)).toBe('kept');
  });

  it('tells those who listen what has changed, after forgetting it', async () => {
    const one = await shelf();
    await one.read();
    const heard: (readonly string[])[] = [];
    one.cache.onInvalidated((marks) => heard.push(marks));
    await one.change('second');
    expect(heard).toEqual([[`quiz:${one.page}`, 'quiz:*']]);
    await one.cache.clear(pages);
    expect(heard.at(-1)).toEqual(['family:test:pages']);
  });

  it('never brings old data back by a slow load that began before the change', async () => {
    const [one, other] = [await shelf(), await shelf()];
    for (const forget of [
      () => one.changes.announce('quiz', one.page),
      () => other.changes.announce('quiz', one.page),
      () => other.cache.clear(pages),
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
      // Here or elsewhere: who comes after the change shares no load from before it.
      expect(await one.read()).toBe('new');
      open();
      await slow;
      expect(await one.read()).toBe('new');
      expect(await other.read(one.load, one.page)).toBe('new');
    }
  });

  it('keeps a mark that Redis threw out from bringing back what was stored under it', async () => {
    const one = await shelf();
    const client = new Redis(redis.url);
    await one.read();
    await one.change('second');
    await client.del(`{quizmaster:cache}:mark:quiz:${one.page}`);
    expect(await one.read()).toBe('second');
    client.disconnect();
  });

  it('keeps no value that is too long to be moved quickly', async () => {
    const one = await shelf();
    const long = 'x'.repeat(500_000);
    expect(await one.read(() => Promise.resolve(long))).toBe(long);
    expect(await one.read()).toBe('first');
  });

  it('sets, gets and deletes single values', async () => {
    const one = await shelf();
    expect(await one.cache.get(pages, one.page)).toBeUndefined();
    await one.cache.set(pages, one.page, 'set');
    expect(await one.cache.get(pages, one.page)).toBe('set');
    await one.cache.del(pages, one.page);
    expect(await one.cache.get(pages, one.page)).toBeUndefined();
  });
});

describe('the cache switched off or on in part', () => {
  it('answers the same when it is off, and asks Redis nothing', async () => {
    const off = await shelf({ CACHE_ENABLED: 'false' });
    expect([await off.read(), await off.read(), off.loads]).toEqual(['first', 'first', 2]);
    await off.change('second');
    expect(await off.read()).toBe('second');
    const client = new Redis(redis.url);
    expect(await client.keys(`*${off.page}*`)).toEqual([]);
    client.disconnect();
  });

  it('caches about the share of the keys that is rolled out, the same ones in every process', async () => {
    await shelf();
    const half = { CACHE_ROLLOUT_PERCENT: '50' };
    const [one, other] = [await shelf(half), await shelf(half)];
    const names = Array.from({ length: 200 }, () => randomUUID());
    const outcomes = async (of: Shelf) => {
      const answers = names.map((page) => of.cache.answer(pages, page, of.load));
      return (await Promise.all(answers)).map(({ outcome }) => outcome);
    };
    const first = await outcomes(one);
    const bypassed = first.filter((outcome) => outcome === 'BYPASS').length;
    expect(bypassed).toBeGreaterThan(60);
    expect(bypassed).toBeLessThan(140);
    const second = await outcomes(other);
    expect(second.map((outcome) => outcome === 'BYPASS')).toEqual(
      first.map((outcome) => outcome === 'BYPASS'),
    );
    const none = await shelf({ CACHE_ROLLOUT_PERCENT: '0' });
    expect(new Set(await outcomes(none))).toEqual(new Set(['BYPASS']));
  });
});
