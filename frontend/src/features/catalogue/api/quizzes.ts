import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getCategories, getQuizzes, getQuizzesById } from '../../../lib/api/generated/sdk.gen';
import type { Filters } from '../lib/filters';

const PAGE_SIZE = 24;
const CATEGORIES_STALE_MS = 300_000;

/** Published quizzes, a page at a time; what was shown stays until the answer to new filters is there. */
export function quizzesQuery({ q, category, difficulty, sort }: Filters) {
  return infiniteQueryOptions({
    queryKey: ['quizzes', { q, category, difficulty, sort }],
    queryFn: ({ pageParam, signal }) =>
      getQuizzes({
        signal,
        query: {
          q: q || undefined,
          category: category || undefined,
          difficulty: difficulty ?? undefined,
          sort,
          limit: String(PAGE_SIZE),
          cursor: pageParam ?? undefined,
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function quizQuery(id: string) {
  return queryOptions({
    queryKey: ['quiz', id],
    queryFn: ({ signal }) => getQuizzesById({ path: { id }, signal }),
  });
}

export function categoriesQuery() {
  return queryOptions({
    queryKey: ['categories'],
    queryFn: ({ signal }) => getCategories({ signal }),
    staleTime: CATEGORIES_STALE_MS,
  });
}
