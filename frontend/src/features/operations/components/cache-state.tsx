import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/ui/notice';
import { useFormat } from '../../../hooks/use-format';
import type { CacheMetrics } from '../../../lib/api/generated/types.gen';

const TONES = { up: 'success', down: 'warning', off: 'info' } as const;

/** Whether the cache serves, since when, and what went wrong last. */
export function CacheState({ figures }: { figures: CacheMetrics }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { connection, rolloutPercent, total } = figures;
  const { state, since, lastError } = connection;
  return (
    <div role="status">
      <Notice tone={TONES[state]} title={t(`cache_${state}`)}>
        <p>
          {t(`cacheText_${state}`)}
          {since !== null && ` ${t('stateSince', { time: format.dateTimeSeconds(since) })}`}
        </p>
        {state !== 'off' && rolloutPercent < 100 && (
          <p className="mt-1">{t('rollout', { percent: format.percent(rolloutPercent) })}</p>
        )}
        {lastError !== null && (state === 'down' || total.errors > 0) && (
          <p className="mt-1 break-words">{t('lastError', { error: lastError })}</p>
        )}
      </Notice>
    </div>
  );
}
