import { useTranslation } from 'react-i18next';
import { Notice } from './notice';
import { useFormat } from '../../hooks/use-format';

interface StaleNoticeProps {
  /** What is shown could not be asked for anew. */
  isRefetchError: boolean;
  /** When it was answered last (ms since 1970). */
  dataUpdatedAt: number;
}

/** A page that keeps itself up to date says when it does not. */
export function StaleNotice({ isRefetchError, dataUpdatedAt }: StaleNoticeProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  return (
    <div role="status" className="empty:hidden">
      {isRefetchError && (
        <Notice tone="warning" title={t('staleTitle')}>
          {t('staleText', { time: format.dateTimeSeconds(new Date(dataUpdatedAt).toISOString()) })}
        </Notice>
      )}
    </div>
  );
}
