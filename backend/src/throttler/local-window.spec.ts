import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LocalWindow } from './local-window.js';
import type { WindowLimit } from './sliding-window.js';

const limit: WindowLimit = { key: 'a', limit: 3, windowSeconds: 60 };

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

async function allowed(window: LocalWindow, limits: WindowLimit[], times: number) {
  const results: boolean[] = [];
  for (let count = 0; count < times; count += 1) results.push((await window.hit(limits)).allowed);
  return results;
}

describe('a limit while Redis is away', () => {
  it('lets so many pass in its window, then says how long to wait', async () => {
    const window = new LocalWindow();
    expect(await allowed(window, [limit], 4)).toEqual([true, true, true, false]);
    vi.setSystemTime(20_000);
    expect(await window.hit([limit])).toMatchObject({ allowed: false, retryAfterSeconds: 40 });
  });

  it('slides: never more than the limit in any window', async () => {
    const window = new LocalWindow();
    await window.hit([limit]);
    vi.setSystemTime(50_000);
    expect(await allowed(window, [limit], 3)).toEqual([true, true, false]);
    vi.setSystemTime(61_000);
    expect(await allowed(window, [limit], 2)).toEqual([true, false]);
  });

  it('is the stricter one where one is said', async () => {
    const strict = { ...limit, fallbackLimit: 1 };
    expect(await allowed(new LocalWindow(), [strict], 2)).toEqual([true, false]);
  });

  it('counts a request against all of its limits or against none', async () => {
    const window = new LocalWindow();
    const wide = { key: 'wide', limit: 5, windowSeconds: 60 };
    expect(await allowed(window, [limit, wide], 5)).toEqual([true, true, true, false, false]);
    expect(await allowed(window, [wide], 3)).toEqual([true, true, false]);
  });

  it('gives back what is refunded', async () => {
    const window = new LocalWindow();
    const [first] = [await window.hit([limit]), await window.hit([limit])];
    await first.refund();
    expect(await allowed(window, [limit], 3)).toEqual([true, true, false]);
  });

  it('is apart for every key', async () => {
    const window = new LocalWindow();
    await allowed(window, [limit], 3);
    expect(await allowed(window, [{ ...limit, key: 'b' }], 1)).toEqual([true]);
  });
});
