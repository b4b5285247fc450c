import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../../components/ui/error-state';
import { dismissToast, showToast } from '../../../components/ui/toast-store';
import { hasCode } from '../../../lib/http/api-error';
import { removeQuestion } from '../api/quizzes';
import { withoutQuestion, type NumberedQuestion } from '../lib/questions';
import { useQuizCache } from './use-quiz-cache';

interface Removal {
  toastId: string;
  /** Settles once the server has been told. */
  done: Promise<void>;
}

/**
 * Questions taken away: hidden at once, and removed on the server when the time to undo has passed, the
 * page is left, or `finish` is called.
 */
export function useRemovals(quizId: string) {
  const { t } = useTranslation('quizzes');
  const common = useTranslation('common').t;
  const cache = useQuizCache(quizId);
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const pending = useRef(new Map<string, Removal>());

  const bringBack = useCallback((questionId: string) => {
    pending.current.delete(questionId);
    setRemoved((ids) => new Set([...ids].filter((id) => id !== questionId)));
  }, []);

  const carryOut = useCallback(
    async (questionId: string) => {
      try {
        await removeQuestion(quizId, questionId);
      } catch (error) {
        // Gone already, in another tab: just what was wanted.
        if (!hasCode(error, 'NOT_FOUND')) {
          bringBack(questionId);
          showToast({ tone: 'danger', message: describeError(error, common).title });
          return;
        }
      }
      pending.current.delete(questionId);
      cache.change((quiz) => withoutQuestion(quiz, questionId));
    },
    [quizId, cache, bringBack, common],
  );

  const remove = useCallback(
    ({ number, question }: NumberedQuestion) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      setRemoved((ids) => new Set(ids).add(question.id));
      const toastId = showToast({
        message: t('removed', { number }),
        action: {
          label: t('undo'),
          run: () => {
            bringBack(question.id);
            resolve();
          },
        },
        onExpire: () => void carryOut(question.id).then(resolve),
      });
      pending.current.set(question.id, { toastId, done: promise });
    },
    [t, bringBack, carryOut],
  );

  /** Carries out now what could still be undone. */
  const finish = useCallback(async () => {
    const removals = [...pending.current.values()];
    for (const { toastId } of removals) dismissToast(toastId);
    await Promise.all(removals.map(({ done }) => done));
  }, []);

  useEffect(() => () => void finish(), [finish]);

  return { removed, remove, finish };
}
