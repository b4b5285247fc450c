import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startOwnRedis, type OwnRedis } from '../../scripts/lib/test-services.mjs';
import { others, Shelf } from '../support/shelf.js';

/** What an answer may take longer while Redis is away: its time-out, with room for a busy machine. */
const SLOWER_AT_MOST_MS = 250;

let redis: OwnRedis;
const shelves: Shelf[] = [];

async function shelf(): Promise<Shelf> {
  const made = new Shelf(redis.url);
  shelves.push(made);
  await made.keeps();
  return made;
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
  for (const made of shelves.splice(0)) made.die();
});
afterAll(async () => {
  await redis.stop();
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

describe('a change that Redis was never told of', () => {
  it('is made up for by the next process when the one that owed it died', async () => {
    const dying = await shelf();
    const read = (of: Shelf) => of.cache.getOrSet(others, dying.page, dying.load);
    expect([await read(dying), await read(dying), dying.loads]).toEqual(['first', 'first', 1]);
    await redis.kill();
    dying.value = 'second';
    await dying.changes.announce('user', dying.page);
    dying.die();
    await redis.restart();
    // Connected long before it first asks for this family.
    const next = await shelf();
    expect(await read(next)).toBe('second');
  });

  it('is made up for by another process that noticed the outage, though it is asked only afterwards', async () => {
    const [dying, other] = [await shelf(), await shelf()];
    await dying.read();
    redis.freeze();
    await other.read();
    await dying.change('second');
    dying.die();
    redis.thaw();
    await other.keeps();
    expect(await other.read(dying.load, dying.page)).toBe('second');
  });

  it('is told by a command that ends before it was even connected', async () => {
    const api = await shelf();
    await api.read();
    const command = new Shelf(redis.url);
    api.value = 'second';
    await command.changes.announce('quiz', api.page);
    await command.close();
    expect(await api.read()).toBe('second');
  });
});
