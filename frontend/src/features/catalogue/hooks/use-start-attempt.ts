import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { startAttempt } from '../api/attempts';

/** Starts or resumes, then opens the attempt with what the server has just sent. */
export function useStartAttempt(quizId: string) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => startAttempt(quizId),
    onSuccess: async (attempt) => {
      queryClient.setQueryData(['attempt', attempt.id], attempt);
      await navigate(`/attempts/${attempt.id}`);
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['attempts', { quizId }] }),
  });
}
