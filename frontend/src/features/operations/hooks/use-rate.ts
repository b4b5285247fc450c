import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../hooks/use-format';
import type { RateLimitRule } from '../../../lib/api/generated/types.gen';

/** Says a limit in words: how many, in what time. */
export function useRate(): (rule: RateLimitRule) => string {
  const { t } = useTranslation('operations');
  const format = useFormat();
  return ({ limit, windowSeconds }) =>
    t('rate', { limit: format.number(limit), time: format.duration(windowSeconds) });
}
