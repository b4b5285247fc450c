import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/ui/notice';
import { useFormat } from '../../../hooks/use-format';
import type { Health } from '../../../lib/api/generated/types.gen';
import { healthQuery } from '../api/health';
import { LiveFigures } from '../components/live-figures';
import { OperationsFrame } from '../components/operations-frame';
import { RedisTable } from '../components/redis-table';
import { ServiceTable } from '../components/service-table';

const TONES = { healthy: 'success', degraded: 'warning', unhealthy: 'danger' } as const;

/** `/admin/operations`: does everything run that the product needs? */
export function SystemPage() {
  const { t } = useTranslation('operations');
  const health = useQuery(healthQuery());
  return (
    <OperationsFrame title={t('systemTitle')} lead={t('systemLead')}>
      <LiveFigures query={health}>{(figures) => <System health={figures} />}</LiveFigures>
    </OperationsFrame>
  );
}

function System({ health }: { health: Health }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { status, uptimeSeconds, services, redis } = health;
  // To the minute: figures that change with every look say nothing by that.
  const upFor = format.duration(Math.floor(uptimeSeconds / 60) * 60);
  return (
    <>
      <div role="status">
        <Notice tone={TONES[status]} title={t(`health_${status}`)}>
          {t(`healthText_${status}`)} {t('upFor', { time: upFor })}
        </Notice>
      </div>
      <ServiceTable services={services} />
      <RedisTable redis={redis} />
    </>
  );
}
