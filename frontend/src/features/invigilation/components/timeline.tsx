import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { ErrorState } from '../../../components/ui/error-state';
import { Skeleton } from '../../../components/ui/skeleton';
import type { StaffAttempt } from '../../../lib/api/generated/types.gen';
import { historyQuery } from '../api/attempts';
import { TimelineEntry } from './timeline-entry';

/** Everything that happened to an attempt, newest first. */
export function Timeline({ attempt }: { attempt: StaffAttempt }) {
  const { t } = useTranslation('invigilation');
  const history = useInfiniteQuery(historyQuery(attempt.id, attempt.status === 'OPEN'));
  return (
    <section aria-labelledby="timeline" className="flex min-w-0 flex-col gap-4">
      <h2 id="timeline" className="text-xl">
        {t('timelineTitle')}
      </h2>
      {attempt.historyPruned && <p className="text-ink-soft">{t('historyPruned')}</p>}
      {history.isPending && <Skeleton className="h-64 w-full" />}
      {history.isError && !history.data && (
        <ErrorState error={history.error} onRetry={() => void history.refetch()} />
      )}
      {history.data && (
        <ol className="ms-4 flex flex-col">
          {history.data.pages
            .flatMap((page) => page.items)
            .map((entry, index, all) => (
              <TimelineEntry
                // Counted from the end, which stays while newer entries come before it.
                key={`${entry.kind} ${entry.at} ${String(all.length - index)}`}
                entry={entry}
              />
            ))}
        </ol>
      )}
      {history.hasNextPage && (
        <Button
          busy={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
          className="self-center"
        >
          {t('loadMore')}
        </Button>
      )}
    </section>
  );
}
