import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Dialog } from '../../../components/ui/dialog';
import { describeError } from '../../../components/ui/error-state';
import { Notice } from '../../../components/ui/notice';
import { TextField } from '../../../components/ui/text-field';
import { useFormat } from '../../../hooks/use-format';
import type { AdminReceiptCheck } from '../../../lib/api/generated/types.gen';
import { hasCode } from '../../../lib/http/api-error';
import { isId } from '../../../lib/ids';
import { checkReceipt } from '../api/attempts';

/** Holds a receipt that a student shows against what is stored. */
export function ReceiptDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('invigilation');
  const common = useTranslation('common').t;
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState(false);
  const check = useMutation({ mutationFn: checkReceipt });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const id = number.trim().toLowerCase();
    setWrong(!isId(id));
    if (isId(id) && !check.isPending) check.mutate(id);
  };
  return (
    <Dialog open title={t('checkReceipt')} onClose={onClose}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <p>{t('receiptText')}</p>
        <TextField
          label={t('receiptNumber')}
          className="font-mono"
          autoComplete="off"
          data-autofocus
          value={number}
          error={wrong ? t('receiptWrong') : null}
          onChange={({ target }) => {
            setNumber(target.value);
            setWrong(false);
            check.reset();
          }}
        />
        <Button type="submit" variant="primary" busy={check.isPending} className="self-start">
          {t('checkReceipt')}
        </Button>
        {check.data && <Outcome found={check.data} />}
        {check.isError && (
          <Notice
            tone="danger"
            role="alert"
            title={
              hasCode(check.error, 'NOT_FOUND')
                ? t('receiptUnknown')
                : describeError(check.error, common).title
            }
          />
        )}
      </form>
    </Dialog>
  );
}

function Outcome({ found }: { found: AdminReceiptCheck }) {
  const { t } = useTranslation('invigilation');
  const format = useFormat();
  const { verified, current, receipt, student, attempt } = found;
  return (
    <Notice
      tone={verified ? 'success' : 'danger'}
      role="status"
      title={verified ? t('receiptGenuine') : t('receiptBroken')}
    >
      <p>
        {t('receiptOf', {
          name: student.name,
          title: attempt.quiz.title,
          number: attempt.number,
          time: format.dateTimeSeconds(receipt.submittedAt),
        })}
      </p>
      {!current && <p>{t('receiptOld')}</p>}
    </Notice>
  );
}
