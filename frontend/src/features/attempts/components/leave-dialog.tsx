import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Dialog } from '../../../components/ui/dialog';
import { useLeaveGuard } from '../hooks/use-leave-guard';

interface LeaveDialogProps {
  /** Answers that are not on the server; with none, leaving is free. */
  unsavedCount: number;
  /** Those of them that are nowhere but on this page. */
  lostCount: number;
  onSaveNow: () => void;
}

/** Asks before leaving with unsaved answers, tries to save them meanwhile, and goes on by itself then. */
export function LeaveDialog({ unsavedCount, lostCount, onSaveNow }: LeaveDialogProps) {
  const { t } = useTranslation('attempts');
  const blocker = useLeaveGuard(unsavedCount > 0);
  const blocked = blocker.state === 'blocked';

  useEffect(() => {
    if (!blocked) return;
    if (unsavedCount === 0) blocker.proceed();
    else onSaveNow();
  }, [blocked, blocker, unsavedCount, onSaveNow]);

  return (
    <Dialog
      open={blocked}
      title={t('leaveTitle')}
      onClose={() => blocker.reset?.()}
      footer={
        <>
          <Button onClick={() => blocker.proceed?.()}>{t('leaveAnyway')}</Button>
          <Button variant="primary" onClick={() => blocker.reset?.()}>
            {t('leaveStay')}
          </Button>
        </>
      }
    >
      <p>
        {lostCount > 0
          ? t('leaveLostText', { count: lostCount })
          : t('leaveText', { count: unsavedCount })}
      </p>
    </Dialog>
  );
}
