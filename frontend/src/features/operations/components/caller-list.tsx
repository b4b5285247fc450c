import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { EmptyState } from '../../../components/ui/empty-state';
import { Cell, HeadCell, Table } from '../../../components/ui/table';
import { VisuallyHidden } from '../../../components/ui/visually-hidden';
import { useFormat } from '../../../hooks/use-format';
import type { RateLimitCaller } from '../../../lib/api/generated/types.gen';
import { canReset } from '../api/rate-limits';
import { CallerName } from './caller-name';

interface CallerListProps {
  callers: readonly RateLimitCaller[];
  /** Asks whether what was counted for a caller is to be forgotten. */
  onReset: (caller: RateLimitCaller) => void;
}

/** Who was refused, most often first, then who asks most. */
export function CallerList({ callers, onReset }: CallerListProps) {
  const { t } = useTranslation('operations');
  return (
    <section aria-labelledby="callers" className="flex flex-col gap-4">
      <h2 id="callers" className="text-xl">
        {t('callers')}
      </h2>
      <p className="max-w-prose text-ink-soft">{t('callersText')}</p>
      {callers.length === 0 ? (
        <EmptyState icon="user" title={t('noCallers')} />
      ) : (
        <Table
          caption={t('callers')}
          head={
            <>
              <HeadCell>{t('caller')}</HeadCell>
              <HeadCell className="max-md:hidden">{t('rule')}</HeadCell>
              <HeadCell numeric className="max-md:hidden">
                {t('requests')}
              </HeadCell>
              <HeadCell numeric>{t('refused')}</HeadCell>
              <HeadCell>
                <VisuallyHidden>{t('reset')}</VisuallyHidden>
              </HeadCell>
            </>
          }
        >
          {callers.map((caller) => (
            <Row
              key={`${caller.rule} ${caller.kind} ${caller.id}`}
              caller={caller}
              onReset={onReset}
            />
          ))}
        </Table>
      )}
    </section>
  );
}

interface RowProps extends Pick<CallerListProps, 'onReset'> {
  caller: RateLimitCaller;
}

function Row({ caller, onReset }: RowProps) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const rule = t(`rule_${caller.rule}`);
  return (
    <tr>
      <Cell>
        <CallerName caller={caller} />
        <span className="block text-sm text-ink-soft md:hidden">{rule}</span>
      </Cell>
      <Cell className="max-md:hidden">{rule}</Cell>
      <Cell className="text-end tabular-nums max-md:hidden">{format.number(caller.hits)}</Cell>
      <Cell className="text-end font-medium tabular-nums">{format.number(caller.violations)}</Cell>
      <Cell className="text-end">
        {canReset(caller) && (
          <Button
            aria-label={t('resetOf', { name: caller.user?.name ?? caller.id })}
            onClick={() => onReset(caller)}
          >
            {t('reset')}
          </Button>
        )}
      </Cell>
    </tr>
  );
}
