import { useTranslation } from 'react-i18next';
import { Cell, HeadCell, Table } from '../../../components/ui/table';
import { useFormat } from '../../../hooks/use-format';
import type { RateLimitRule } from '../../../lib/api/generated/types.gen';
import { useRate } from '../hooks/use-rate';
import { RuleName } from './rule-name';

export function RuleTable({ rules }: { rules: readonly RateLimitRule[] }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const rate = useRate();
  return (
    <Table
      caption={t('rules')}
      head={
        <>
          <HeadCell>{t('rule')}</HeadCell>
          <HeadCell>{t('limit')}</HeadCell>
          <HeadCell>{t('countedBy')}</HeadCell>
          <HeadCell numeric>{t('requests')}</HeadCell>
          <HeadCell numeric>{t('refused')}</HeadCell>
        </>
      }
    >
      {rules.map((rule) => (
        <tr key={rule.name}>
          <Cell>
            <RuleName rule={rule} />
          </Cell>
          <Cell className="whitespace-nowrap tabular-nums">{rate(rule)}</Cell>
          <Cell>
            {t(`countedBy_${rule.countedBy}`)}
            <span className="block text-sm text-ink-soft">{t(`heldIn_${rule.heldIn}`)}</span>
          </Cell>
          <Cell className="text-end tabular-nums">{format.number(rule.hits)}</Cell>
          <Cell className="text-end font-medium tabular-nums">
            {format.number(rule.violations)}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
