import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/ui/badge';
import type { RateLimitRule } from '../../../lib/api/generated/types.gen';

/** What a rule limits, and the variable that changes it. */
export function RuleName({ rule }: { rule: RateLimitRule }) {
  const { t } = useTranslation('operations');
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{t(`rule_${rule.name}`)}</span>
        {rule.adminsExempt && <Badge>{t('adminsExempt')}</Badge>}
      </span>
      <code className="block font-mono text-sm wrap-anywhere text-ink-soft">{rule.variable}</code>
    </>
  );
}
