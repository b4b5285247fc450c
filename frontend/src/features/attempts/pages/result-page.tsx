import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { ButtonLink } from '../../../components/ui/button-link';
import { ErrorState } from '../../../components/ui/error-state';
import { Notice } from '../../../components/ui/notice';
import { PageHeading } from '../../../components/ui/page-heading';
import { useFormat } from '../../../hooks/use-format';
import type { AttemptResult } from '../../../lib/api/generated/types.gen';
import { hasCode } from '../../../lib/http/api-error';
import { resultQuery } from '../api/result-queries';
import { ChangedNotice } from '../components/changed-notice';
import { EarlierReceipts } from '../components/earlier-receipts';
import { PageSkeleton } from '../components/page-skeleton';
import { ReceiptCard } from '../components/receipt-card';
import { ResultCard } from '../components/result-card';
import { UnsentNotice } from '../components/unsent-notice';
import { useResultEvents } from '../hooks/use-result-events';

export function ResultPage() {
  const { id = '' } = useParams();
  const result = useQuery(resultQuery(id));
  useResultEvents(id);
  if (result.data) return <Result result={result.data} />;
  if (hasCode(result.error, 'ATTEMPT_OPEN')) return <Navigate to={`/attempts/${id}`} replace />;
  if (result.isError) {
    return <ErrorState error={result.error} onRetry={() => void result.refetch()} />;
  }
  return <PageSkeleton />;
}

function Result({ result }: { result: AttemptResult }) {
  const { t } = useTranslation('attempts');
  const format = useFormat();
  const { quiz, attemptId } = result;
  const earlier = result.receipts.slice(0, -1);
  return (
    <div className="mx-auto flex max-w-prose flex-col gap-6">
      <PageHeading
        title={`${t('resultTitle')}: ${quiz.title}`}
        lead={
          <span dir="auto">
            {t('resultOf', { number: result.number })} {quiz.title}
          </span>
        }
      >
        {t('resultTitle')}
      </PageHeading>
      {result.status === 'EXPIRED' && (
        <Notice tone="warning" title={t('expiredTitle')}>
          <p>{t('expiredText')}</p>
          {result.provisionalUntil !== null && (
            <p className="mt-2">
              {t('provisionalText', { time: format.dateTime(result.provisionalUntil) })}
            </p>
          )}
        </Notice>
      )}
      <ChangedNotice result={result} />
      <UnsentNotice result={result} />
      <ResultCard result={result} />
      <div className="flex flex-wrap gap-3">
        {result.reviewAvailable && (
          <ButtonLink to={`/attempts/${attemptId}/review`} variant="primary" icon="eye">
            {t('seeReview')}
          </ButtonLink>
        )}
        <ButtonLink to={`/quizzes/${quiz.id}`}>{t('backToQuiz')}</ButtonLink>
      </div>
      <ReceiptCard receipt={result.receipt} />
      {earlier.length > 0 && <EarlierReceipts receipts={earlier} />}
    </div>
  );
}
