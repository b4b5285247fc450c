import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffAttempt } from '../../../lib/api/generated/types.gen';
import { pauseAttempt, resumeAttempt, STAFF_ATTEMPTS } from '../api/attempts';
import { ChangeDialog } from '../../../components/ui/change-dialog';

interface PauseDialogProps {
  attempt: StaffAttempt;
  onClose: () => void;
}

/** Stops a student's clock, or lets it go on; which of them it is stays as it was asked for. */
export function PauseDialog({ attempt, onClose }: PauseDialogProps) {
  const { t } = useTranslation('invigilation');
  const queryClient = useQueryClient();
  const [resuming] = useState(attempt.paused !== null);
  const change = useMutation({
    mutationFn: () => (resuming ? resumeAttempt(attempt.id) : pauseAttempt(attempt.id)),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: [STAFF_ATTEMPTS] });
      onClose();
    },
  });
  const { name } = attempt.student;
  return (
    <ChangeDialog
      title={resuming ? t('resume') : t('pause')}
      action={resuming ? t('resume') : t('pause')}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate()}
      onClose={onClose}
    >
      <p>{resuming ? t('resumeText', { name }) : t('pauseText', { name })}</p>
    </ChangeDialog>
  );
}
