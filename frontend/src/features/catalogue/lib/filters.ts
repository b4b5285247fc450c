import type { Difficulty } from '../../../lib/api/generated/types.gen';

export const DIFFICULTIES = ['EASY', 'MEDIUM', 'HARD'] as const satisfies readonly Difficulty[];
export const SORTS = ['newest', 'title'] as const;
export type Sort = (typeof SORTS)[number];

export interface Filters {
  q: string;
  /** Slug; empty for all. */
  category: string;
  difficulty: Difficulty | null;
  sort: Sort;
}

const MAX_SEARCH_LENGTH = 200;

/** The filters an address asks for; what it cannot mean is left out. */
export function readFilters(search: URLSearchParams): Filters {
  const difficulty = search.get('difficulty');
  const sort = search.get('sort');
  return {
    q: (search.get('q') ?? '').slice(0, MAX_SEARCH_LENGTH),
    category: search.get('category') ?? '',
    difficulty: DIFFICULTIES.find((known) => known === difficulty) ?? null,
    sort: SORTS.find((known) => known === sort) ?? 'newest',
  };
}

/** The shortest address that means these filters. */
export function writeFilters({ q, category, difficulty, sort }: Filters): URLSearchParams {
  const search = new URLSearchParams();
  if (q.trim() !== '') search.set('q', q.trim());
  if (category !== '') search.set('category', category);
  if (difficulty) search.set('difficulty', difficulty);
  if (sort !== 'newest') search.set('sort', sort);
  return search;
}

export function hasFilters({ q, category, difficulty }: Filters): boolean {
  return q !== '' || category !== '' || difficulty !== null;
}
