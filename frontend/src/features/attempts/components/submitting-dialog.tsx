import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Dialog } from '../../../components/ui/dialog';
import { Spinner } from '../../../components/ui/spinner';
import type { SaveProblem } from '../lib/autosave-types';

interface SubmittingDialogProps {
  timeOver: boolean;
  error: SaveProblem | null;
  onTryNow: () => void;
}

/** Over the page from the moment of handing in until the result is here; it cannot be closed. */
export function SubmittingDialog({ timeOver, error, onTryNow }: SubmittingDialogProps) {
  const { t } = useTranslation('attempts');
  const text = !error
    ? t('submittingText')
    : error.kind === 'offline'
      ? t('submittingOffline')
      : t('submittingServer');
  return (
    <Dialog open title={timeOver ? t('timeOverTitle') : t('submittingTitle')}>
      <div role="status" className="flex items-start gap-3">
        <Spinner />
        <p>{text}</p>
      </div>
      {error && (
        <Button icon="repeat" onClick={onTryNow} className="mt-5">
          {t('submitAgain')}
        </Button>
      )}
    </Dialog>
  );
}
