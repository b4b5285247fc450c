import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OwnRedis, startOwnRedis } from '../../scripts/lib/test-services.mjs';
import type { RedisPurpose } from '../../src/config/redis-target.js';
import { loadSharedConfig } from '../../src/config/load-config.js';
import type { GuardedRedis } from '../../src/redis/guarded-redis.js';
import { RedisConnections } from '../../src/redis/redis-connections.js';

const PAID_MS = 50;
const AT_MOST_MS = 250;
const REQUESTS = 200;

/** What a process has of Redis: connections for two purposes on one server, and what they were told. */
class Room {
  readonly connections: RedisConnections;
  readonly heard: string[] = [];
  readonly cache: GuardedRedis;
  readonly limits: GuardedRedis;

  constructor(url: string) {
    const env = { DATABASE_URL: 'postgres://none', REDIS_URL: url };
    this.connections = new RedisConnections(loadSharedConfig(env));
    this.cache = this.open('cache');
    this.limits = this.open('limits');
  }

  async is(state: 'open' | 'closed'): Promise<void> {
    await vi.waitFor(() => expect(this.connections.states().cache.state).toBe(state), {
      timeout: 10_000,
      interval: 10,
    });
  }

  leave(): void {
    this.cache.disconnect();
    this.limits.disconnect();
  }

  private open(purpose: RedisPurpose): GuardedRedis {
    const made = this.connections.guarded(purpose, {
      onAway: () => this.heard.push(`${purpose} away`),
      onBack: () => this.heard.push(`${purpose} back`),
    });
    made.connect();
    return made;
  }
}

let redis: OwnRedis;
let room: Room;

beforeEach(async () => {
  redis = await startOwnRedis();
  room = new Room(redis.url);
  await room.is('closed');
});
afterEach(async () => {
  room.leave();
  redis.thaw();
  await redis.stop();
});

/** Asks both as a request does, one after the other; the milliseconds it took. */
async function request(): Promise<number> {
  const begin = performance.now();
  await room.limits.attempt((client) => client.incr('hits'));
  await room.cache.attempt((client) => client.get('page'));
  return performance.now() - begin;
}

describe.each([
  ['killed', () => redis.kill(), () => redis.restart()],
  ['frozen', () => Promise.resolve(redis.freeze()), () => Promise.resolve(redis.thaw())],
])('a Redis that is %s', (_, away, back) => {
  it('costs one request some of its time, none more than 250 ms, and the others nothing', async () => {
    const underWay = Array.from({ length: 20 }, () => request());
    await away();
    const inTurn: number[] = [];
    for (let count = 0; count < REQUESTS; count += 1) inTurn.push(await request());
    expect(inTurn.filter((ms) => ms > PAID_MS).length).toBeLessThanOrEqual(1);
    expect(Math.max(...inTurn, ...(await Promise.all(underWay)))).toBeLessThan(AT_MOST_MS);
    await back();
  });

  it('is in use again within seconds of being back, without any request having tried it', async () => {
    const before = room.heard.length;
    await away();
    await request();
    const { cache, limits } = room.connections.states();
    expect(cache).toMatchObject({ state: 'open', lastError: expect.any(String) as unknown });
    expect(limits).toEqual(cache);
    const begin = performance.now();
    await back();
    await room.is('closed');
    expect(performance.now() - begin).toBeLessThan(3_000);
    expect(await room.cache.attempt((client) => client.echo('here'))).toEqual({ value: 'here' });
    expect(room.connections.states().cache.since.getTime()).toBeGreaterThan(cache.since.getTime());
    const once = ['cache away', 'cache back', 'limits away', 'limits back'];
    expect(room.heard.slice(before).sort()).toEqual(once);
  });

  it('executes no command twice, and answers none of them with what belongs to another', async () => {
    const counters = Array.from({ length: 50 }, () => randomUUID());
    const count = (names: string[]) =>
      Promise.all(names.map((name) => room.cache.attempt((client) => client.incr(name))));
    const replaced = new Promise((closed) => room.cache.client.once('close', closed));
    const early = count(counters.slice(0, 25));
    const gone = away();
    const late = count(counters.slice(25));
    await Promise.all([early, gone, late, replaced]);
    await back();
    await room.is('closed');
    const values = await room.cache.attempt((client) => client.mget(counters));
    expect(values?.value.filter((value) => Number(value) > 1)).toEqual([]);
    const echoes = await Promise.all(
      counters.map((name) => room.cache.attempt((client) => client.echo(name))),
    );
    expect(echoes.map((echo) => echo?.value)).toEqual(counters);
  });
});

describe('a Redis that answers', () => {
  it('with an error is told of once and asked on', async () => {
    await room.cache.attempt((client) => client.set('text', 'x'));
    const before = room.heard.length;
    for (let times = 0; times < 3; times += 1)
      expect(await room.cache.attempt((client) => client.incr('text'))).toBeNull();
    expect(room.heard.slice(before)).toEqual(['cache away']);
    expect(await room.cache.attempt((client) => client.get('text'))).toEqual({ value: 'x' });
    expect(room.connections.states().cache.state).toBe('closed');
  });

  it('while this process is busy is not taken for one that is frozen', async () => {
    redis.freeze();
    const answer = room.cache.attempt((client) => client.echo('patience'));
    // It answers, but nobody looks: and the next thing that is looked at is whether time is up.
    setImmediate(() => {
      redis.thaw();
      const until = performance.now() + 2 * AT_MOST_MS;
      while (performance.now() < until);
    });
    expect(await answer).toEqual({ value: 'patience' });
  });
});
