import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { EmptyState } from '../../../components/ui/empty-state';
import { Skeleton } from '../../../components/ui/skeleton';
import { VisuallyHidden } from '../../../components/ui/visually-hidden';
import { useSession } from '../../../hooks/use-session';
import { openingQuery, type Opening as OpeningData } from '../api/open-attempt';
import { OpeningProblem } from '../components/opening-problem';
import { Runner } from '../components/runner';
import { AutoSaveContext } from '../hooks/use-autosave';
import { useAttemptSession } from '../hooks/use-attempt-session';

/** `/attempts/:id`: opens the attempt; one that is over leads to its result. */
export function AttemptPage() {
  const { id = '' } = useParams();
  const { user } = useSession();
  return user && <LoadedAttempt key={id} attemptId={id} userId={user.id} />;
}

function LoadedAttempt({ attemptId, userId }: { attemptId: string; userId: string }) {
  const opening = useQuery(openingQuery(attemptId, userId));
  if (opening.data) {
    if (opening.data.attempt.status === 'OPEN') {
      return <OpenAttempt opening={opening.data} userId={userId} />;
    }
    return <Navigate to={`/attempts/${attemptId}/result`} replace />;
  }
  return (
    <main id="main" tabIndex={-1} className="page-x mx-auto w-full max-w-page py-10">
      {opening.isError ? (
        <OpeningProblem error={opening.error} onRetry={() => void opening.refetch()} />
      ) : (
        <Opening offline={opening.fetchStatus === 'paused'} />
      )}
    </main>
  );
}

function OpenAttempt({ opening, userId }: { opening: OpeningData; userId: string }) {
  const autosave = useAttemptSession(opening, userId);
  return (
    <AutoSaveContext value={autosave}>
      <Runner opening={opening} />
    </AutoSaveContext>
  );
}

function Opening({ offline }: { offline: boolean }) {
  const { t } = useTranslation('attempts');
  if (offline) {
    return (
      <EmptyState icon="cloud-off" title={t('waitingForNetwork')}>
        {t('waitingForNetworkText')}
      </EmptyState>
    );
  }
  return (
    <div role="status" className="flex flex-col gap-4">
      <VisuallyHidden>{t('loadingAttempt')}</VisuallyHidden>
      <Skeleton className="h-8 w-48" />
      <Skeleton className="h-24 w-full max-w-prose" />
      <Skeleton className="h-14 w-full" />
      <Skeleton className="h-14 w-full" />
    </div>
  );
}
