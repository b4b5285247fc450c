import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../components/ui/text-field';
import { adjustTime, STAFF_ATTEMPTS } from '../api/attempts';
import { fromLocalInput, toLocalInput } from '../lib/local-time';
import { ChangeDialog } from '../../../components/ui/change-dialog';

interface DeadlineDialogProps {
  attemptId: string;
  /** null: none yet. */
  deadlineAt: string | null;
  onClose: () => void;
}

/** Another end for one attempt, in the time of the teacher's own clock. */
export function DeadlineDialog({ attemptId, deadlineAt, onClose }: DeadlineDialogProps) {
  const { t } = useTranslation('invigilation');
  const queryClient = useQueryClient();
  const [value, setValue] = useState(() => toLocalInput(deadlineAt ?? new Date().toISOString()));
  const [wrong, setWrong] = useState(false);
  const save = useMutation({
    mutationFn: (deadline: string) => adjustTime(attemptId, { deadlineAt: deadline }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: [STAFF_ATTEMPTS] });
      onClose();
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const deadline = fromLocalInput(value);
    const isAhead = deadline !== null && Date.parse(deadline) > Date.now();
    setWrong(!isAhead);
    if (isAhead && !save.isPending) save.mutate(deadline);
  };
  return (
    <ChangeDialog
      title={t('setEnd')}
      action={t('setEnd')}
      busy={save.isPending}
      error={save.error}
      onConfirm={() => submit()}
      onClose={onClose}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <p>{t('setEndText')}</p>
        <TextField
          label={t('newEnd')}
          type="datetime-local"
          step={1}
          value={value}
          error={wrong ? t('newEndWrong') : null}
          onChange={({ target }) => {
            setValue(target.value);
            setWrong(false);
          }}
        />
      </form>
    </ChangeDialog>
  );
}
