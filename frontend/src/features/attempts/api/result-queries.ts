import { queryOptions } from '@tanstack/react-query';
import { getAttemptsByIdResult, getAttemptsByIdReview } from '../../../lib/api/generated/sdk.gen';

/** Provisional until the quiz's grace for answers chosen offline is over, and what staff decide may change it. */
export function resultQuery(attemptId: string) {
  return queryOptions({
    queryKey: ['attempt-result', attemptId],
    queryFn: ({ signal }) => getAttemptsByIdResult({ path: { id: attemptId }, signal }),
  });
}

export function reviewQuery(attemptId: string) {
  return queryOptions({
    queryKey: ['attempt-review', attemptId],
    queryFn: ({ signal }) => getAttemptsByIdReview({ path: { id: attemptId }, signal }),
  });
}
