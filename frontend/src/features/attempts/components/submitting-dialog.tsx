import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Dialog } from '../../../components/ui/dialog';
import { Spinner } from '../../../components/ui/spinner';
import type { SaveProblem } from '../lib/autosave-types';

interface SubmittingDialogProps {
  timeOver: boolean;
  error: SaveProblem | null;
  /** What is not on the server is at least on this device. */
  kept: boolean;
  onTryNow: () => void;
}

/** Over the page from the moment of handing in until the result is here; it cannot be closed. */
export function SubmittingDialog({ timeOver, error, kept, onTryNow }: SubmittingDialogProps) {
  const { t } = useTranslation('attempts');
  return (
    <Dialog open title={timeOver ? t('timeOverTitle') : t('submittingTitle')}>
      <div role="status" className="flex items-start gap-3">
        <Spinner />
        <p>{error ? troubleText(error, kept, t) : t('submittingText')}</p>
      </div>
      {error && (
        <Button icon="repeat" onClick={onTryNow} className="mt-5">
          {t('submitAgain')}
        </Button>
      )}
    </Dialog>
  );
}

function troubleText({ kind }: SaveProblem, kept: boolean, t: TFunction<'attempts'>): string {
  if (kind === 'offline') return kept ? t('submittingOffline') : t('submittingOfflineLost');
  return kept ? t('submittingServer') : t('submittingServerLost');
}
