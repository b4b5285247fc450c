import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../components/ui/toast-store';
import { publishQuiz } from '../api/quizzes';
import { useQuizCache } from './use-quiz-cache';

/** Opens a draft to students. `beforePublish` carries out removals that could still be undone. */
export function usePublish(quizId: string, beforePublish: () => Promise<void>) {
  const { t } = useTranslation('quizzes');
  const cache = useQuizCache(quizId);
  return useMutation({
    mutationFn: async () => {
      await beforePublish();
      return publishQuiz(quizId);
    },
    onSuccess: (published) => {
      cache.replace(published);
      showToast({ tone: 'success', message: t('published') });
    },
    // Something changed in another tab: show what the server sees.
    onError: () => cache.reload(),
  });
}
