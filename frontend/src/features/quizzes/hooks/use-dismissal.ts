import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../../components/ui/error-state';
import { showToast } from '../../../components/ui/toast-store';
import { dismissDiagnostic } from '../api/quizzes';
import { withQuestion } from '../lib/questions';
import { useQuizCache } from './use-quiz-cache';

/** Puts a doubt about a question aside as seen. */
export function useDismissal(quizId: string) {
  const { t } = useTranslation('quizzes');
  const common = useTranslation('common').t;
  const cache = useQuizCache(quizId);
  return useMutation({
    mutationFn: ({ questionId, code }: { questionId: string; code: string }) =>
      dismissDiagnostic(quizId, questionId, code),
    onSuccess: (changed) => {
      cache.change((quiz) => withQuestion(quiz, changed));
      showToast({ message: t('dismissed') });
    },
    onError: (error) => showToast({ tone: 'danger', message: describeError(error, common).title }),
  });
}
