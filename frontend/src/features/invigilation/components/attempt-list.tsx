import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { EmptyState } from '../../../components/ui/empty-state';
import { ErrorState } from '../../../components/ui/error-state';
import { Skeleton } from '../../../components/ui/skeleton';
import { useMediaQuery } from '../../../hooks/use-media-query';
import { quizAttemptsQuery, type AttemptState } from '../api/attempts';
import { AttemptCards } from './attempt-cards';
import { AttemptTable } from './attempt-table';
import { StaleNotice } from '../../../components/ui/stale-notice';

interface AttemptListProps {
  quizId: string;
  state: AttemptState | null;
}

/** Who sits at the quiz and how far they are: a table, or cards where it is narrow. */
export function AttemptList({ quizId, state }: AttemptListProps) {
  const { t } = useTranslation('invigilation');
  const isWide = useMediaQuery('(min-width: 48rem)');
  const list = useInfiniteQuery(quizAttemptsQuery(quizId, state));
  if (list.isPending) return <Skeleton className="h-64 rounded-lg" />;
  if (list.isError && !list.data) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  }
  const attempts = list.data.pages.flatMap((page) => page.items);
  if (attempts.length === 0) {
    return (
      <EmptyState icon="list" title={state ? t('noneInState') : t('noneYet')}>
        {state ? t('noneInStateText') : t('noneYetText')}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col items-center gap-6">
      <div className="flex w-full flex-col gap-6">
        <StaleNotice isRefetchError={list.isRefetchError} dataUpdatedAt={list.dataUpdatedAt} />
        {isWide ? <AttemptTable attempts={attempts} /> : <AttemptCards attempts={attempts} />}
      </div>
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('loadMore')}
        </Button>
      )}
    </div>
  );
}
