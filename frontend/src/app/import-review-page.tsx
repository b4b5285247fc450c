import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BackLink } from '../components/ui/back-link';
import { ErrorState } from '../components/ui/error-state';
import { PageHeading } from '../components/ui/page-heading';
import { Skeleton } from '../components/ui/skeleton';
import { importQuery } from '../features/imports/api/review';
import { ImportReview } from '../features/imports/components/import-review';
import { ReviewState } from '../features/imports/components/review/review-state';
import { adminQuizQuery } from '../features/quizzes/api/quizzes';
import { QuestionPane } from '../features/quizzes/components/question-pane';
import { ReviewNext } from '../features/quizzes/components/review-next';
import { useDismissal } from '../features/quizzes/hooks/use-dismissal';
import { useRemovals } from '../features/quizzes/hooks/use-removals';
import { numbered, type NumberedQuestion } from '../features/quizzes/lib/questions';
import type { AdminQuizDetail, Import } from '../lib/api/generated/types.gen';
import { hasCode } from '../lib/http/api-error';

/** An imported document beside the questions read from it: two features on one page. */
export function ImportReviewPage() {
  const { t } = useTranslation('imports');
  const { id = '' } = useParams();
  const found = useQuery(importQuery(id));
  return (
    <div data-wide className="flex flex-col gap-6">
      <BackLink to="/admin/import">{t('title')}</BackLink>
      {found.isPending && <ReviewSkeleton />}
      {found.isError && !found.data && (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.data && (
        <>
          <PageHeading title={t('reviewOf', { name: found.data.fileName })} lead={t('reviewLead')}>
            {found.data.fileName}
          </PageHeading>
          <Review item={found.data} />
        </>
      )}
    </div>
  );
}

function Review({ item }: { item: Import }) {
  const quiz = useQuery({ ...adminQuizQuery(item.quizId ?? ''), enabled: item.quizId !== null });
  if (quiz.data) return <QuizReview key={quiz.data.id} item={item} quiz={quiz.data} />;
  if (item.quizId !== null && quiz.isPending) return <ReviewSkeleton />;
  if (item.quizId !== null && quiz.isError && !hasCode(quiz.error, 'NOT_FOUND')) {
    return <ErrorState error={quiz.error} onRetry={() => void quiz.refetch()} />;
  }
  return (
    <>
      <ReviewState item={item} />
      {/* It was read, and no quiz was found in it: perhaps with a word about how it is written. */}
      {item.state === 'FAILED' && item.diagnostics.length > 0 && (
        <ImportReview item={item} questions={NO_QUESTIONS} canFix />
      )}
    </>
  );
}

const NO_QUESTIONS: NumberedQuestion[] = [];

function QuizReview({ item, quiz }: { item: Import; quiz: AdminQuizDetail }) {
  const { removed, remove, finish } = useRemovals(quiz.id);
  const dismissal = useDismissal(quiz.id);
  const questions = useMemo(() => numbered(quiz, removed), [quiz, removed]);
  return (
    <ImportReview
      item={item}
      questions={questions}
      canFix={quiz.status === 'DRAFT'}
      beforeReread={finish}
      onDismiss={dismissal.mutate}
      renderNext={(next) => (
        <ReviewNext quiz={quiz} questions={questions} beforePublish={finish} {...next} />
      )}
      renderQuestions={(side) => (
        <QuestionPane quizId={quiz.id} questions={questions} onRemove={remove} {...side} />
      )}
    />
  );
}

function ReviewSkeleton() {
  return (
    <>
      <Skeleton className="h-12 w-2/3" />
      <Skeleton className="h-40 w-full" />
      <Skeleton className="h-96 w-full" />
    </>
  );
}
