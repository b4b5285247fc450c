import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Dialog } from './dialog';
import { describeError } from './error-state';
import { Notice } from './notice';

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

/** Asks before something is changed that others notice, and stays open when that fails. */
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
