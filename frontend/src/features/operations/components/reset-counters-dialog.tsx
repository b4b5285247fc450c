import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChangeDialog } from '../../../components/ui/change-dialog';
import { cacheQuery, resetCounters } from '../api/cache';

/** Before counting begins anew: what was counted is gone for everybody. */
export function ResetCountersDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('operations');
  const queryClient = useQueryClient();
  const reset = useMutation({
    mutationFn: resetCounters,
    onSuccess: (figures) => {
      queryClient.setQueryData(cacheQuery().queryKey, figures);
      onClose();
    },
  });
  return (
    <ChangeDialog
      title={t('resetCounters')}
      action={t('reset')}
      busy={reset.isPending}
      error={reset.error}
      onConfirm={() => reset.mutate()}
      onClose={onClose}
    >
      <p>{t('resetText')}</p>
    </ChangeDialog>
  );
}
