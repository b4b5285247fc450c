import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/ui/card';
import { useFormat } from '../../../hooks/use-format';
import type { ReceiptEntry } from '../../../lib/api/generated/types.gen';

/** Receipts that a later one has replaced: what the student may have kept is not denied. */
export function EarlierReceipts({ receipts }: { receipts: ReceiptEntry[] }) {
  const { t } = useTranslation('attempts');
  const format = useFormat();
  return (
    <Card className="p-6 sm:p-8">
      <h2 className="text-xl">{t('earlierReceipts')}</h2>
      <p className="mt-2 text-ink-soft">{t('earlierReceiptsText')}</p>
      <ol className="mt-5 flex flex-col gap-4">
        {receipts.map((receipt) => (
          <li key={receipt.id}>
            <p className="text-sm text-ink-soft">
              {format.dateTime(receipt.submittedAt)},{' '}
              {t('scoreOf', {
                score: format.number(receipt.score),
                max: format.number(receipt.maxScore),
              })}
            </p>
            <p className="mt-0.5 font-mono text-sm break-all select-all">{receipt.id}</p>
            <p className="font-mono text-sm break-all text-ink-soft select-all">
              {receipt.answersHash}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
