import { Redis } from 'ioredis';
import { inject } from 'vitest';

/**
 * The address of an empty logical database that only the caller uses. Published messages are not
 * kept apart by Redis; a test that stops or freezes Redis wants `startOwnRedis` instead.
 */
export async function createTestRedis(): Promise<string> {
  const { redisUrl } = inject('services');
  const redis = new Redis(redisUrl);
  try {
    const number = await redis.incr('test-databases');
    const url = new URL(redisUrl);
    url.pathname = `/${number}`;
    return url.href;
  } finally {
    redis.disconnect();
  }
}
