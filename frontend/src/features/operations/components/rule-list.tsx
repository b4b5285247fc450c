import { useTranslation } from 'react-i18next';
import { useMediaQuery } from '../../../hooks/use-media-query';
import type { RateLimitRule } from '../../../lib/api/generated/types.gen';
import { RuleCards } from './rule-cards';
import { RuleTable } from './rule-table';

/** Every limit with its numbers, and what came of it: a table, or cards where it is narrow. */
export function RuleList({ rules }: { rules: readonly RateLimitRule[] }) {
  const { t } = useTranslation('operations');
  const isWide = useMediaQuery('(min-width: 64rem)');
  return (
    <section aria-labelledby="rules" className="flex flex-col gap-4">
      <h2 id="rules" className="text-xl">
        {t('rules')}
      </h2>
      <p className="max-w-prose text-ink-soft">{t('rulesText')}</p>
      {isWide ? <RuleTable rules={rules} /> : <RuleCards rules={rules} />}
    </section>
  );
}
