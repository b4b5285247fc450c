import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChangeDialog } from '../../../components/ui/change-dialog';
import { showToast } from '../../../components/ui/toast-store';
import type { RateLimitCaller } from '../../../lib/api/generated/types.gen';
import { rateLimitsQuery, resetCaller } from '../api/rate-limits';

interface ResetCallerDialogProps {
  caller: RateLimitCaller;
  onClose: () => void;
}

/** Before somebody may ask again as if nothing had been counted. */
export function ResetCallerDialog({ caller, onClose }: ResetCallerDialogProps) {
  const { t } = useTranslation('operations');
  const queryClient = useQueryClient();
  const name = caller.user?.name ?? caller.id;
  const reset = useMutation({
    mutationFn: () => resetCaller(caller),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: rateLimitsQuery().queryKey });
      showToast({ tone: 'success', message: t('callerReset', { name }) });
      onClose();
    },
  });
  return (
    <ChangeDialog
      title={t('resetOf', { name })}
      action={t('reset')}
      busy={reset.isPending}
      error={reset.error}
      onConfirm={() => reset.mutate()}
      onClose={onClose}
    >
      <p>{t(caller.kind === 'user' ? 'resetUserText' : 'resetAddressText', { name })}</p>
    </ChangeDialog>
  );
}
