import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Card } from '../../../components/ui/card';
import { showToast } from '../../../components/ui/toast-store';
import { useFormat } from '../../../hooks/use-format';
import type { Receipt } from '../../../lib/api/generated/types.gen';

/** The proof of what was handed in, to keep. */
export function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('attempts');
  const format = useFormat();
  const rows = [
    [t('receiptId'), receipt.id],
    [t('receiptTime'), `${format.dateTime(receipt.submittedAt)} (${receipt.submittedAt})`],
    [t('receiptHash'), receipt.answersHash],
  ] as const;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(rows.map((row) => row.join(': ')).join('\n'));
      showToast({ message: t('receiptCopied'), tone: 'success' });
    } catch {
      // Refused by the browser: the student can select the text.
      showToast({ message: t('receiptCopyFailed'), tone: 'danger' });
    }
  };
  return (
    <Card className="p-6 sm:p-8">
      <h2 className="text-xl">{t('receiptTitle')}</h2>
      <p className="mt-2 text-ink-soft">{t('receiptText')}</p>
      <dl className="mt-5 flex flex-col gap-4">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd className="mt-0.5 font-mono text-sm wrap-anywhere select-all">{value}</dd>
          </div>
        ))}
      </dl>
      <Button icon="copy" className="mt-6" onClick={() => void copy()}>
        {t('receiptCopy')}
      </Button>
    </Card>
  );
}
