import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Dialog } from '../../../components/ui/dialog';
import { describeError } from '../../../components/ui/error-state';
import { Notice } from '../../../components/ui/notice';

interface ChangeDialogProps {
  title: string;
  /** On the button that does it. */
  action: string;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something is changed under a student's hands, and stays open when that fails. */
export function ChangeDialog(props: ChangeDialogProps) {
  const { title, action, busy, error, onConfirm, onClose, children } = props;
  const { t } = useTranslation('common');
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" busy={busy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {children}
      {error !== null && (
        <div className="mt-4">
          <Notice tone="danger" role="alert" title={describeError(error, t).title}>
            {describeError(error, t).advice}
          </Notice>
        </div>
      )}
    </Dialog>
  );
}
