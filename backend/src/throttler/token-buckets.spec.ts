import { describe, expect, it } from 'vitest';
import { TokenBuckets } from './token-buckets.js';

function setUp(maxKeys = 10) {
  let ms = 1_000_000;
  const buckets = new TokenBuckets({ burst: 3, refillSeconds: 10, maxKeys, now: () => ms });
  const take = (key: string, times = 1) => {
    for (let count = 0; count < times; count += 1) buckets.take(key);
  };
  return { buckets, take, pass: (seconds: number) => (ms += seconds * 1000) };
}

describe('a token bucket', () => {
  it('gives a burst at once, then says how long to wait for the next token', () => {
    const { buckets, take, pass } = setUp();
    take('a', 2);
    expect(buckets.waitSeconds('a')).toBe(0);
    take('a');
    expect(buckets.waitSeconds('a')).toBe(10);
    pass(4);
    expect(buckets.waitSeconds('a')).toBe(6);
    pass(6);
    expect(buckets.waitSeconds('a')).toBe(0);
  });

  it('never empties for who comes in the rhythm of its refill', () => {
    const { buckets, take, pass } = setUp();
    for (let count = 0; count < 50; count += 1) {
      expect(buckets.waitSeconds('a')).toBe(0);
      take('a');
      pass(10);
    }
  });

  it('holds no more than the burst, however long it was left alone', () => {
    const { buckets, take, pass } = setUp();
    take('a', 3);
    pass(3600);
    take('a', 3);
    expect(buckets.waitSeconds('a')).toBe(10);
  });

  it('has what was taken beyond its bottom waited for', () => {
    const { buckets, take } = setUp();
    take('a', 5);
    expect(buckets.waitSeconds('a')).toBe(30);
  });

  it('is asked without cost, and is apart for every key', () => {
    const { buckets, take } = setUp();
    take('a', 3);
    for (let count = 0; count < 10; count += 1) expect(buckets.waitSeconds('b')).toBe(0);
  });

  it('is forgotten when too many others were used since', () => {
    const { buckets, take } = setUp(2);
    take('a', 3);
    take('b');
    expect(buckets.waitSeconds('a')).toBe(10);
    take('c');
    expect(buckets.waitSeconds('a')).toBe(0);
  });
});
