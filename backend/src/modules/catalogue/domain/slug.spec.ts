import { describe, expect, it } from 'vitest';
import { slugOf } from './slug.js';

describe('the address of a name', () => {
  it.each([
    ['Lịch sử Việt Nam', 'lich-su-viet-nam'],
    ['Địa lý – Đề 1', 'dia-ly-de-1'],
    ['  C++ & C#  ', 'c-c'],
    ['数学 2', '数学-2'],
    ['École', 'ecole'],
    ['ﬁsh', 'fish'],
    ['---', 'category'],
  ])('of %s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('is its own address', () => {
    for (const name of ['Lịch sử Việt Nam', '数学 2'])
      expect(slugOf(slugOf(name))).toBe(slugOf(name));
  });
});
