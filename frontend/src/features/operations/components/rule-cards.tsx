import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/ui/card';
import { Fact, Facts } from '../../../components/ui/facts';
import { useFormat } from '../../../hooks/use-format';
import type { RateLimitRule } from '../../../lib/api/generated/types.gen';
import { useRate } from '../hooks/use-rate';
import { RuleName } from './rule-name';

export function RuleCards({ rules }: { rules: readonly RateLimitRule[] }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const rate = useRate();
  return (
    <ul aria-label={t('rules')} className="flex flex-col gap-4">
      {rules.map((rule) => (
        <li key={rule.name}>
          <Card className="flex flex-col gap-4 p-4">
            <div>
              <RuleName rule={rule} />
            </div>
            <Facts>
              <Fact name={t('limit')}>{rate(rule)}</Fact>
              <Fact name={t('countedBy')}>{t(`countedBy_${rule.countedBy}`)}</Fact>
              <Fact name={t('requests')}>{format.number(rule.hits)}</Fact>
              <Fact name={t('refused')}>{format.number(rule.violations)}</Fact>
            </Facts>
          </Card>
        </li>
      ))}
    </ul>
  );
}
