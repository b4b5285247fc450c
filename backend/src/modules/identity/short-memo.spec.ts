import { describe, expect, it } from 'vitest';
import { ShortMemo } from './short-memo.js';

function memoAt(clock: { now: number }, maxEntries = 10) {
  let loads = 0;
  const memo = new ShortMemo<number>(3000, maxEntries, () => clock.now);
  const load = () => Promise.resolve((loads += 1));
  return { memo, load };
}

describe('the short memo', () => {
  it('looks a key up once for requests that come together', async () => {
    const { memo, load } = memoAt({ now: 0 });
    expect(await Promise.all([memo.get('a', load), memo.get('a', load)])).toEqual([1, 1]);
  });

  it('looks it up anew when the answer is three seconds old', async () => {
    const clock = { now: 0 };
    const { memo, load } = memoAt(clock);
    await memo.get('a', load);
    clock.now = 2999;
    expect(await memo.get('a', load)).toBe(1);
    clock.now = 3000;
    expect(await memo.get('a', load)).toBe(2);
  });

  it('forgets at once when told to', async () => {
    const { memo, load } = memoAt({ now: 0 });
    await memo.get('a', load);
    memo.forget('a');
    expect(await memo.get('a', load)).toBe(2);
  });

  it('does not remember a failed look-up', async () => {
    const { memo, load } = memoAt({ now: 0 });
    await expect(memo.get('a', () => Promise.reject(new Error('no database')))).rejects.toThrow();
    expect(await memo.get('a', load)).toBe(1);
  });

  it('drops the key that was unused longest when it is full', async () => {
    const { memo, load } = memoAt({ now: 0 }, 2);
    await memo.get('a', load);
    await memo.get('b', load);
    await memo.get('a', load);
    await memo.get('c', load);
    expect(await memo.get('a', load)).toBe(1);
    expect(await memo.get('b', load)).toBe(4);
  });
});
