import { describe, expect, it } from 'vitest';
import { hasFilters, readFilters, writeFilters } from './filters';

const read = (search: string) => readFilters(new URLSearchParams(search));

describe("the catalogue's filters in the address", () => {
  it('come back as they were written', () => {
    const filters = {
      q: 'cell & co',
      category: 'biology',
      difficulty: 'HARD',
      sort: 'title',
    } as const;
    expect(readFilters(writeFilters(filters))).toEqual(filters);
  });

  it('leave the address bare when nothing is asked for', () => {
    expect(writeFilters(read('')).toString()).toBe('');
    expect(hasFilters(read('sort=title'))).toBe(false);
  });

  it('ignore what cannot be meant', () => {
    expect(read('difficulty=IMPOSSIBLE&sort=random')).toMatchObject({
      difficulty: null,
      sort: 'newest',
    });
  });

  it('never search for more than the server accepts', () => {
    expect(read(`q=${'a'.repeat(500)}`).q).toHaveLength(200);
  });
});
