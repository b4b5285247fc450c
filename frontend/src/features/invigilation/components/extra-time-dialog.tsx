import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../components/ui/text-field';
import type { ExtraTimeRequest } from '../../../lib/api/generated/types.gen';
import { randomId } from '../../../lib/ids';
import { STAFF_ATTEMPTS } from '../api/attempts';
import { ChangeDialog } from '../../../components/ui/change-dialog';

const LONGEST_MINUTES = 1440;

interface ExtraTimeDialogProps {
  title: string;
  text: string;
  give: (request: ExtraTimeRequest) => Promise<unknown>;
  onClose: () => void;
}

/** How many minutes more, said again on the button before they are given. */
export function ExtraTimeDialog({ title, text, give, onClose }: ExtraTimeDialogProps) {
  const { t } = useTranslation('invigilation');
  const queryClient = useQueryClient();
  const [minutes, setMinutes] = useState('5');
  // Drawn once for what is asked: sent again after a lost answer, it gives nothing twice.
  const [requestId, setRequestId] = useState(randomId);
  const [wrong, setWrong] = useState(false);
  const count = Number(minutes);
  const isRight = /^\d+$/.test(minutes.trim()) && count >= 1 && count <= LONGEST_MINUTES;
  const giving = useMutation({
    mutationFn: () => give({ requestId, extraSeconds: count * 60 }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: [STAFF_ATTEMPTS] });
      onClose();
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setWrong(!isRight);
    if (isRight && !giving.isPending) giving.mutate();
  };
  return (
    <ChangeDialog
      title={title}
      action={isRight ? t('giveMinutes', { count }) : t('giveTime')}
      busy={giving.isPending}
      error={giving.error}
      onConfirm={() => submit()}
      onClose={onClose}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <p>{text}</p>
        <TextField
          label={t('minutes')}
          inputMode="numeric"
          value={minutes}
          error={wrong ? t('minutesWrong') : null}
          onChange={({ target }) => {
            setMinutes(target.value);
            setRequestId(randomId());
            setWrong(false);
          }}
        />
      </form>
    </ChangeDialog>
  );
}
