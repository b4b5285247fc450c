import { queryOptions } from '@tanstack/react-query';
import { getAttemptsByIdResult, getAttemptsByIdReview } from '../../../lib/api/generated/sdk.gen';

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
