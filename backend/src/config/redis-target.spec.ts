import { describe, expect, it } from 'vitest';
import { ConfigError, loadSharedConfig } from './load-config.js';
import type { RedisPurpose, RedisTarget } from './redis-target.js';

function targets(env: Record<string, string>): Record<RedisPurpose, RedisTarget> {
  return loadSharedConfig({ DATABASE_URL: 'postgres://none', ...env }).redis.targets;
}

function problems(env: Record<string, string>): readonly string[] {
  try {
    targets(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

const server = (url: string) => ({ kind: 'server', url });

describe('where Redis is', () => {
  it('is one server for all purposes, by a URL or in parts', () => {
    const all = (one: unknown) => ({ cache: one, limits: one, events: one, queue: one });
    expect(targets({})).toEqual(all(server('redis://127.0.0.1:6379')));
    expect(targets({ REDIS_URL: 'rediss://a:1' })).toEqual(all(server('rediss://a:1')));
    const parts = {
      REDIS_HOST: 'b',
      REDIS_USERNAME: 'me',
      REDIS_PASSWORD: 'p@ss/:',
      REDIS_TLS: '1',
    };
    expect(targets(parts)).toEqual(all(server('rediss://me:p%40ss%2F%3A@b:6379')));
  });

  it('is another for a purpose that has one', () => {
    const env = {
      REDIS_URL: 'redis://a:1',
      CACHE_REDIS_URL: 'redis://b:2',
      EVENTS_REDIS_URL: 'rediss://c:3',
      BULL_REDIS_HOST: 'd',
      BULL_REDIS_PORT: '4',
    };
    expect(targets(env)).toEqual({
      cache: server('redis://b:2'),
      limits: server('redis://a:1'),
      events: server('rediss://c:3'),
      queue: server('redis://d:4'),
    });
    expect(targets({ QUEUE_REDIS_URL: 'redis://e:5' }).queue).toEqual(server('redis://e:5'));
  });

  it('is told by sentinels, or is a cluster, but for purposes with a server of their own', () => {
    const found = targets({
      REDIS_SENTINELS: 'a:1, b',
      REDIS_SENTINEL_MASTER: 'main',
      REDIS_SENTINEL_PASSWORD: 's',
      REDIS_PASSWORD: 'p',
      CACHE_REDIS_URL: 'redis://c:3',
    });
    expect(found.cache).toEqual(server('redis://c:3'));
    expect(found.queue).toEqual({
      kind: 'sentinel',
      sentinels: [
        { host: 'a', port: 1 },
        { host: 'b', port: 26_379 },
      ],
      primary: 'main',
      sentinelPassword: 's',
      username: undefined,
      password: 'p',
      tls: false,
    });
    expect(targets({ REDIS_CLUSTER: 'a,b:2', REDIS_TLS: 'true' }).limits).toMatchObject({
      kind: 'cluster',
      nodes: [
        { host: 'a', port: 6379 },
        { host: 'b', port: 2 },
      ],
      tls: true,
    });
  });
});

describe('a start', () => {
  it.each<[Record<string, string>, string]>([
    [{ REDIS_SENTINELS: 'a:1' }, 'REDIS_SENTINEL_MASTER is required with REDIS_SENTINELS'],
    [{ REDIS_SENTINEL_MASTER: 'm' }, 'REDIS_SENTINEL_MASTER is only for REDIS_SENTINELS'],
    [{ REDIS_SENTINEL_PASSWORD: 'p' }, 'REDIS_SENTINEL_PASSWORD is only for REDIS_SENTINELS'],
    [
      { REDIS_URL: 'redis://a', REDIS_CLUSTER: 'b' },
      'REDIS_CLUSTER contradicts REDIS_URL: set one of them',
    ],
    [
      { REDIS_HOST: 'a', REDIS_SENTINELS: 'b', REDIS_SENTINEL_MASTER: 'm' },
      'REDIS_SENTINELS contradicts REDIS_HOST: set one of them',
    ],
    [
      { REDIS_CLUSTER: 'a', REDIS_SENTINELS: 'b', REDIS_SENTINEL_MASTER: 'm' },
      'REDIS_CLUSTER contradicts REDIS_SENTINELS: set one of them',
    ],
    [
      { QUEUE_REDIS_URL: 'redis://a', BULL_REDIS_HOST: 'b' },
      'QUEUE_REDIS_URL contradicts BULL_REDIS_HOST: set one of them',
    ],
    [
      { REDIS_URL: 'redis://a', REDIS_TLS: 'true' },
      'REDIS_URL says user and encryption itself: leave REDIS_USERNAME and REDIS_TLS out',
    ],
    [{ REDIS_CLUSTER: 'a:b' }, 'REDIS_CLUSTER must be host:port,host:port,…'],
    [{ LIMITS_REDIS_URL: 'a:1' }, 'LIMITS_REDIS_URL must begin with redis:// or rediss://'],
  ])('is refused with %j', (env, problem) => {
    expect(problems(env)).toEqual([problem]);
  });
});
