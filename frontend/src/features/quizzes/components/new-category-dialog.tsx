import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Dialog } from '../../../components/ui/dialog';
import { describeError } from '../../../components/ui/error-state';
import { TextField } from '../../../components/ui/text-field';
import { createCategory } from '../api/quizzes';

interface NewCategoryDialogProps {
  open: boolean;
  onClose: () => void;
  onCreated: (categoryId: string) => void;
}

export function NewCategoryDialog({ open, onClose, onCreated }: NewCategoryDialogProps) {
  const { t } = useTranslation('quizzes');
  const common = useTranslation('common').t;
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const create = useMutation({
    mutationFn: () => createCategory(name.trim()),
    onSuccess: async (category) => {
      await queryClient.invalidateQueries({ queryKey: ['categories'] });
      onCreated(category.id);
      setName('');
      onClose();
    },
  });
  const submit = () => {
    if (name.trim() !== '' && !create.isPending) create.mutate();
  };
  return (
    <Dialog
      open={open}
      title={t('newCategory')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            busy={create.isPending}
            disabled={name.trim() === ''}
            onClick={submit}
          >
            {t('createCategory')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('categoryName')}
        value={name}
        maxLength={100}
        data-autofocus
        error={create.isError ? describeError(create.error, common).advice : null}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={(event) => {
          // The dialog lies within the settings form, which Enter would send instead.
          if (event.key !== 'Enter') return;
          event.preventDefault();
          submit();
        }}
      />
    </Dialog>
  );
}
