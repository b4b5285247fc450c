import { useTranslation } from 'react-i18next';
import { Cell, HeadCell, Table } from '../../../components/ui/table';
import type { Health } from '../../../lib/api/generated/types.gen';
import { useFigure } from '../hooks/use-figure';
import { ServiceState } from './service-state';

const SERVICES = ['database', 'cache'] as const;

/** What each answer may need, and how fast it answers itself. */
export function ServiceTable({ services }: { services: Health['services'] }) {
  const { t } = useTranslation('operations');
  const figure = useFigure();
  return (
    <Table
      caption={t('services')}
      head={
        <>
          <HeadCell>{t('service')}</HeadCell>
          <HeadCell>{t('state')}</HeadCell>
          <HeadCell numeric>{t('latency')}</HeadCell>
        </>
      }
    >
      {SERVICES.map((name) => (
        <tr key={name}>
          <Cell>
            <span className="font-medium">{t(`service_${name}`)}</span>
            <span className="block text-sm text-ink-soft">{t(`serviceText_${name}`)}</span>
          </Cell>
          <Cell>
            <ServiceState state={services[name].status} />
          </Cell>
          <Cell className="text-end whitespace-nowrap tabular-nums">
            {figure.milliseconds(services[name].latencyMs)}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
