import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChangeDialog } from '../../../components/ui/change-dialog';
import { showToast } from '../../../components/ui/toast-store';
import { cacheQuery, clearFamily } from '../api/cache';

interface ClearFamilyDialogProps {
  name: string;
  onClose: () => void;
}

/** Before everything of a family is forgotten: what that costs, and that nothing is lost. */
export function ClearFamilyDialog({ name, onClose }: ClearFamilyDialogProps) {
  const { t } = useTranslation('operations');
  const queryClient = useQueryClient();
  const clear = useMutation({
    mutationFn: () => clearFamily(name),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: cacheQuery().queryKey });
      showToast({ tone: 'success', message: t('cleared', { name }) });
      onClose();
    },
  });
  return (
    <ChangeDialog
      title={t('clearFamily', { name })}
      action={t('clear')}
      busy={clear.isPending}
      error={clear.error}
      onConfirm={() => clear.mutate()}
      onClose={onClose}
    >
      <p>{t('clearText')}</p>
    </ChangeDialog>
  );
}
