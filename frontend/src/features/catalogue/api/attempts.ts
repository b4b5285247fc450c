import { infiniteQueryOptions } from '@tanstack/react-query';
import { getAttempts, postQuizzesByIdAttempts } from '../../../lib/api/generated/sdk.gen';

const PAGE_SIZE = 20;

/** The signed-in user's own attempts at one quiz, newest first. */
export function ownAttemptsQuery(quizId: string) {
  return infiniteQueryOptions({
    queryKey: ['attempts', { quizId }],
    queryFn: ({ pageParam, signal }) =>
      getAttempts({
        signal,
        query: { quizId, limit: String(PAGE_SIZE), cursor: pageParam ?? undefined },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // An attempt may have been going on in another tab a moment ago.
    staleTime: 0,
  });
}

/** Begins an attempt, or answers the one that is open. */
export function startAttempt(quizId: string) {
  return postQuizzesByIdAttempts({ path: { id: quizId } });
}
