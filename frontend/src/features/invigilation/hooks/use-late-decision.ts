import { useMutation, useQueryClient } from '@tanstack/react-query';
import { decideLate, lateAnswersQuery, STAFF_ATTEMPTS } from '../api/attempts';
import { chosenOf, type OneLate } from '../lib/late-answers';

interface Decision {
  accept: boolean;
  lates: readonly OneLate[];
}

/** Accepts or refuses late answers of an attempt; everything shown of it is then asked for anew. */
export function useLateDecision(attemptId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ accept, lates }: Decision) =>
      decideLate(attemptId, { accept, answers: chosenOf(lates) }),
    onSuccess: (decided) => {
      queryClient.setQueryData(lateAnswersQuery(attemptId).queryKey, decided);
      return queryClient.invalidateQueries({ queryKey: [STAFF_ATTEMPTS] });
    },
  });
}
