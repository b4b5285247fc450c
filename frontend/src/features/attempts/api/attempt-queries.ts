import { queryOptions } from '@tanstack/react-query';
import {
  getAttemptsById,
  getAttemptsByIdResult,
  getAttemptsByIdReview,
} from '../../../lib/api/generated/sdk.gen';

/**
 * The attempt as the server has it. Never taken from the cache: the runner starts from the version, the
 * answers and the remaining time of this very moment.
 */
export function attemptQuery(attemptId: string) {
  return queryOptions({
    queryKey: ['attempt-opening', attemptId],
    queryFn: async ({ signal }) => {
      const attempt = await getAttemptsById({ path: { id: attemptId }, signal });
      return { attempt, atMs: performance.now() };
    },
    gcTime: 0,
    staleTime: Infinity,
    refetchOnMount: 'always',
  });
}

/** Final once it exists. */
export function resultQuery(attemptId: string) {
  return queryOptions({
    queryKey: ['attempt-result', attemptId],
    queryFn: ({ signal }) => getAttemptsByIdResult({ path: { id: attemptId }, signal }),
    staleTime: Infinity,
  });
}

export function reviewQuery(attemptId: string) {
  return queryOptions({
    queryKey: ['attempt-review', attemptId],
    queryFn: ({ signal }) => getAttemptsByIdReview({ path: { id: attemptId }, signal }),
  });
}
