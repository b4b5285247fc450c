import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/ui/notice';
import type { RateLimits } from '../../../lib/api/generated/types.gen';

/** Whether the limits hold, and of whom and of how long the figures are. */
export function LimitsState({ limits }: { limits: RateLimits }) {
  const { t } = useTranslation('operations');
  const { enabled, shared, hours } = limits;
  return (
    <div role="status" className="flex flex-col gap-3">
      {!enabled && (
        <Notice tone="warning" title={t('limitsOff')}>
          {t('limitsOffText')}
        </Notice>
      )}
      {!shared && (
        <Notice tone="warning" title={t('limitsAlone')}>
          {t('limitsAloneText')}
        </Notice>
      )}
      <p className="text-sm text-ink-soft">
        {t(shared ? 'scope_all' : 'scope_process')} {t('limitsOf', { count: hours })}
      </p>
    </div>
  );
}
