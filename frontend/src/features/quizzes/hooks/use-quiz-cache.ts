import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AdminQuizDetail } from '../../../lib/api/generated/types.gen';
import { adminQuizQuery } from '../api/quizzes';

/** Puts what the server answered in the place of what was known, and has the lists asked for again. */
export function useQuizCache(id: string) {
  const queryClient = useQueryClient();
  return useMemo(() => {
    const { queryKey } = adminQuizQuery(id);
    const refreshLists = () => {
      void queryClient.invalidateQueries({ queryKey: ['admin-quizzes'] });
      void queryClient.invalidateQueries({ queryKey: ['quizzes'] });
      void queryClient.invalidateQueries({ queryKey: ['quiz', id] });
    };
    return {
      replace: (quiz: AdminQuizDetail) => {
        queryClient.setQueryData(queryKey, quiz);
        refreshLists();
      },
      change: (update: (quiz: AdminQuizDetail) => AdminQuizDetail) => {
        queryClient.setQueryData(queryKey, (quiz) => quiz && update(quiz));
        refreshLists();
      },
      reload: () => queryClient.invalidateQueries({ queryKey }),
    };
  }, [queryClient, id]);
}
