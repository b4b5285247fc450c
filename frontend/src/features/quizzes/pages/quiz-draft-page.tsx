import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BackLink } from '../../../components/ui/back-link';
import { ErrorState } from '../../../components/ui/error-state';
import { Skeleton } from '../../../components/ui/skeleton';
import { adminQuizQuery } from '../api/quizzes';
import { QuizEditor } from '../components/quiz-editor';

export function QuizDraftPage() {
  const { t } = useTranslation('quizzes');
  const { id = '' } = useParams();
  const quiz = useQuery(adminQuizQuery(id));
  return (
    <div className="flex flex-col gap-6">
      <BackLink to="/admin/quizzes">{t('listTitle')}</BackLink>
      {quiz.isPending && (
        <>
          <Skeleton className="h-12 w-2/3" />
          <Skeleton className="h-96 w-full" />
        </>
      )}
      {quiz.isError && !quiz.data && (
        <ErrorState error={quiz.error} onRetry={() => void quiz.refetch()} />
      )}
      {quiz.data && <QuizEditor key={quiz.data.id} quiz={quiz.data} />}
    </div>
  );
}
