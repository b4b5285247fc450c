import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from '../../../components/ui/error-state';
import { Skeleton } from '../../../components/ui/skeleton';
import { StaleNotice } from '../../../components/ui/stale-notice';

interface LiveFiguresProps<Figures> {
  query: UseQueryResult<Figures>;
  children: (figures: Figures) => ReactNode;
}

/** Figures that keep themselves up to date; the last ones stay while newer cannot be had, and say so. */
export function LiveFigures<Figures>({ query, children }: LiveFiguresProps<Figures>) {
  if (query.data === undefined) {
    return query.isError ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <div className="flex flex-col gap-6">
        <Skeleton className="h-24 w-full" />
        <Skeleton className="h-64 w-full" />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-8">
      <StaleNotice isRefetchError={query.isRefetchError} dataUpdatedAt={query.dataUpdatedAt} />
      {children(query.data)}
    </div>
  );
}
