import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { errorLine } from '../../../components/ui/error-state';
import { showToast } from '../../../components/ui/toast-store';
import { useLocale } from '../../../hooks/use-locale';
import type { AdminQuizDetail } from '../../../lib/api/generated/types.gen';
import { saveFile } from '../../../lib/save-file';
import { exportQuiz } from '../api/quizzes';

/** The quiz as a Word document that can be changed there and imported again. */
export function DownloadWordButton({ quiz }: { quiz: AdminQuizDetail }) {
  const { t } = useTranslation('quizzes');
  const common = useTranslation('common').t;
  const locale = useLocale();
  const download = useMutation({
    mutationFn: () => exportQuiz(quiz.id, locale),
    onSuccess: (file) => saveFile(file, `${quiz.title}.docx`),
    onError: (error) => showToast({ tone: 'danger', message: errorLine(error, common) }),
  });
  return (
    <Button icon="download" busy={download.isPending} onClick={() => download.mutate()}>
      {t('downloadWord')}
    </Button>
  );
}
