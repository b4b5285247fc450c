import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LocalWindow } from './local-window.js';
import type { Rule } from './rules.js';
import type { Count } from './sliding-window.js';

const rule: Rule = {
  name: 'api',
  limit: 3,
  windowSeconds: 60,
  countedBy: 'user',
  heldIn: 'redis',
  adminsExempt: true,
  variable: 'RATE_LIMIT_API',
};
const countOf = (id: string, more: Partial<Rule> = {}): Count => ({
  rule: { ...rule, ...more },
  subject: { kind: 'user', id },
});
const count = countOf('a');

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

async function allowed(window: LocalWindow, counts: Count[], times: number) {
  const results: boolean[] = [];
  for (let time = 0; time < times; time += 1) results.push((await window.hit(counts)).allowed);
  return results;
}

describe('a limit while Redis is away', () => {
  it('lets so many pass in its window, then says how long to wait', async () => {
    const window = new LocalWindow();
    expect(await allowed(window, [count], 4)).toEqual([true, true, true, false]);
    vi.setSystemTime(20_000);
    expect(await window.hit([count])).toMatchObject({ allowed: false, resetSeconds: 40 });
  });

  it('slides: never more than the limit in any window', async () => {
    const window = new LocalWindow();
    await window.hit([count]);
    vi.setSystemTime(50_000);
    expect(await allowed(window, [count], 3)).toEqual([true, true, false]);
    vi.setSystemTime(61_000);
    expect(await allowed(window, [count], 2)).toEqual([true, false]);
  });

  it('is the stricter one where one is said', async () => {
    const strict = countOf('a', { fallbackLimit: 1 });
    expect(await allowed(new LocalWindow(), [strict], 2)).toEqual([true, false]);
  });

  it('counts a request against all of its rules or against none', async () => {
    const window = new LocalWindow();
    const wide = countOf('a', { name: 'upload-requests', limit: 5 });
    expect(await allowed(window, [count, wide], 5)).toEqual([true, true, true, false, false]);
    expect(await allowed(window, [wide], 3)).toEqual([true, true, false]);
  });

  it('gives back what is refunded', async () => {
    const window = new LocalWindow();
    const [first] = [await window.hit([count]), await window.hit([count])];
    await first.refund();
    expect(await allowed(window, [count], 3)).toEqual([true, true, false]);
  });

  it('is apart for everybody, and forgotten for whom it is reset', async () => {
    const window = new LocalWindow();
    await allowed(window, [count], 3);
    expect(await allowed(window, [countOf('b')], 1)).toEqual([true]);
    await window.reset(count.subject);
    expect(await allowed(window, [count], 1)).toEqual([true]);
  });
});
