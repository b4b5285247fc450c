import { describe, expect, it } from 'vitest';
import { LruMap } from './lru-map.js';

describe('a bounded map', () => {
  it('forgets what was not used for longest', () => {
    const map = new LruMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.get('a');
    map.set('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
  });

  it('counts weights, and an entry set again only once', () => {
    const map = new LruMap<string, number>(10);
    map.set('light', 1, 4);
    map.set('light', 2, 4);
    map.set('heavy', 3, 6);
    expect(map.get('light')).toBe(2);
    map.set('more', 4, 1);
    expect([map.get('light'), map.get('heavy'), map.get('more')]).toEqual([2, undefined, 4]);
  });

  it('keeps what is in use now, however heavy, and lets go of it next', () => {
    const map = new LruMap<string, number>(10);
    map.set('light', 1);
    map.set('huge', 2, 11);
    expect([map.get('light'), map.get('huge')]).toEqual([undefined, 2]);
    map.set('next', 3);
    expect([map.get('huge'), map.get('next')]).toEqual([undefined, 3]);
  });
});
