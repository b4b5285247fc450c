import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ErrorState } from '../../../components/ui/error-state';
import { useSession } from '../../../hooks/use-session';
import { NetworkError } from '../../../lib/http/api-error';
import { deviceCopyQuery } from '../api/open-attempt';

/** Why the attempt at `/attempts/:id` could not be opened, and that what this device keeps is not lost. */
export function OpeningProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('attempts');
  const { id = '' } = useParams();
  const { user } = useSession();
  const kept = useQuery(deviceCopyQuery(id, user?.id ?? null));
  const isAway = error instanceof NetworkError;
  return (
    <ErrorState error={error} onRetry={onRetry}>
      {isAway && kept.data && t('openingKept')}
    </ErrorState>
  );
}
