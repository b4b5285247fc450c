import { useTranslation } from 'react-i18next';
import { Cell, HeadCell, Table } from '../../../components/ui/table';
import { useFormat } from '../../../hooks/use-format';
import type { Health } from '../../../lib/api/generated/types.gen';
import { ServiceState } from './service-state';

const PURPOSES = ['cache', 'limits', 'events', 'queue'] as const;

/** Redis by what it is used for, perhaps on servers of their own: which connection stands, and since when. */
export function RedisTable({ redis }: { redis: Health['redis'] }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  return (
    <section aria-labelledby="redis" className="flex flex-col gap-4">
      <h2 id="redis" className="text-xl">
        {t('redisTitle')}
      </h2>
      <Table
        caption={t('redisTitle')}
        head={
          <>
            <HeadCell>{t('purpose')}</HeadCell>
            <HeadCell>{t('state')}</HeadCell>
            <HeadCell className="max-sm:hidden">{t('since')}</HeadCell>
          </>
        }
      >
        {PURPOSES.map((purpose) => (
          <tr key={purpose}>
            <Cell>
              <span className="font-medium">{t(`redis_${purpose}`)}</span>
              <span className="block text-sm text-ink-soft">{t(`redisText_${purpose}`)}</span>
            </Cell>
            <Cell>
              <ServiceState state={redis[purpose].status} />
            </Cell>
            <Cell className="whitespace-nowrap text-ink-soft max-sm:hidden">
              {format.dateTimeSeconds(redis[purpose].since)}
            </Cell>
          </tr>
        ))}
      </Table>
    </section>
  );
}
