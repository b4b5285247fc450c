import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ButtonLink } from '../../../components/ui/button-link';
import { EmptyState } from '../../../components/ui/empty-state';
import { ErrorState } from '../../../components/ui/error-state';
import { PageHeading } from '../../../components/ui/page-heading';
import { PageList } from '../../../components/ui/page-list';
import type { ReviewQuestion } from '../../../lib/api/generated/types.gen';
import { hasCode } from '../../../lib/http/api-error';
import { resultQuery, reviewQuery } from '../api/result-queries';
import { PageSkeleton } from '../components/page-skeleton';
import { ReviewQuestionCard } from '../components/review-question-card';

const idOf = ({ id }: ReviewQuestion) => id;

export function ReviewPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('attempts');
  const review = useQuery(reviewQuery(id));
  const result = useQuery(resultQuery(id));
  if (hasCode(review.error, 'REVIEW_NOT_ALLOWED')) return <NotAllowed attemptId={id} />;
  // What is there stays while news of it cannot be had.
  const error = (!review.data && review.error) || (!result.data && result.error);
  if (error)
    return (
      <ErrorState
        error={error}
        onRetry={() => void Promise.all([review.refetch(), result.refetch()])}
      />
    );
  if (!review.data || !result.data) return <PageSkeleton />;
  return (
    <div className="mx-auto flex max-w-prose flex-col gap-6">
      <PageHeading>{t('reviewTitle', { title: result.data.quiz.title })}</PageHeading>
      <PageList ordered items={review.data.questions} itemKey={idOf} estimate={320} gap={24}>
        {(question, index) => <ReviewQuestionCard question={question} number={index + 1} />}
      </PageList>
      <BackToResult attemptId={id} />
    </div>
  );
}

function NotAllowed({ attemptId }: { attemptId: string }) {
  const { t } = useTranslation('attempts');
  return (
    <>
      <PageHeading hidden>{t('reviewNotAllowedTitle')}</PageHeading>
      <EmptyState
        icon="eye-off"
        title={t('reviewNotAllowedTitle')}
        action={<BackToResult attemptId={attemptId} />}
      >
        {t('reviewNotAllowedText')}
      </EmptyState>
    </>
  );
}

function BackToResult({ attemptId }: { attemptId: string }) {
  const { t } = useTranslation('attempts');
  return (
    <div>
      <ButtonLink to={`/attempts/${attemptId}/result`} icon="arrow-left">
        {t('backToResult')}
      </ButtonLink>
    </div>
  );
}
