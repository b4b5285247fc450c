import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Dialog } from '../../../components/ui/dialog';
import { describeError } from '../../../components/ui/error-state';
import { Notice } from '../../../components/ui/notice';
import { showToast } from '../../../components/ui/toast-store';
import { archiveQuiz } from '../api/quizzes';
import { useQuizCache } from '../hooks/use-quiz-cache';

/** Asks first: an archived quiz cannot be published again. */
export function ArchiveButton({ quizId }: { quizId: string }) {
  const { t } = useTranslation('quizzes');
  const common = useTranslation('common').t;
  const cache = useQuizCache(quizId);
  const [asking, setAsking] = useState(false);
  const archive = useMutation({
    mutationFn: () => archiveQuiz(quizId),
    onSuccess: (quiz) => {
      setAsking(false);
      cache.replace(quiz);
      showToast({ message: t('archived') });
    },
  });
  return (
    <>
      <Button icon="archive" onClick={() => setAsking(true)}>
        {t('archive')}
      </Button>
      <Dialog
        open={asking}
        title={t('archiveTitle')}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{common('cancel')}</Button>
            <Button variant="danger" busy={archive.isPending} onClick={() => archive.mutate()}>
              {t('archive')}
            </Button>
          </>
        }
      >
        <p>{t('archiveText')}</p>
        {archive.isError && (
          <div className="mt-4">
            <Notice tone="danger" role="alert" title={describeError(archive.error, common).title}>
              {describeError(archive.error, common).advice}
            </Notice>
          </div>
        )}
      </Dialog>
    </>
  );
}
