import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveRegion } from '../../../components/ui/live-region';
import type { ImportSummary } from '../../../lib/api/generated/types.gen';
import { isUnderWay } from '../api/imports';

/** Tells screen readers when a file that was under way is ready or has failed. */
export function ImportAnnouncer({ items }: { items: readonly ImportSummary[] }) {
  const { t } = useTranslation('imports');
  const [known, setKnown] = useState(items);
  const [message, setMessage] = useState('');

  if (items !== known) {
    const wasUnderWay = new Set(known.filter(isUnderWay).map(({ id }) => id));
    const ended = items.find((item) => wasUnderWay.has(item.id) && !isUnderWay(item));
    setKnown(items);
    if (ended) {
      const name = ended.fileName;
      setMessage(ended.state === 'DONE' ? t('nowReady', { name }) : t('nowFailed', { name }));
    }
  }
  return <LiveRegion message={message} />;
}
