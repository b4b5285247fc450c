import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/ui/card';
import { Fact, Facts } from '../../../components/ui/facts';
import { useFormat } from '../../../hooks/use-format';
import type { CacheMetrics } from '../../../lib/api/generated/types.gen';
import { useFigure } from '../hooks/use-figure';

/** The whole cache in a few figures, and what they are of. */
export function CacheFacts({ figures }: { figures: CacheMetrics }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const figure = useFigure();
  const { total, latencyMs, since, scope } = figures;
  return (
    <section aria-labelledby="cache-facts" className="flex flex-col gap-4">
      <h2 id="cache-facts" className="text-xl">
        {t('cacheTotal')}
      </h2>
      <Card className="flex flex-col gap-5 p-5">
        <Facts>
          <Fact name={t('hitRate')}>
            <span className="text-2xl">{figure.share(total.hitRate)}</span>
          </Fact>
          <Fact name={t('hits')}>{format.number(total.hits)}</Fact>
          <Fact name={t('misses')}>{format.number(total.misses)}</Fact>
          <Fact name={t('sets')}>{format.number(total.sets)}</Fact>
          <Fact name={t('deletes')}>{format.number(total.deletes)}</Fact>
          <Fact name={t('errors')}>{format.number(total.errors)}</Fact>
          <Fact name={t('latencyHalf')}>{figure.milliseconds(latencyMs.p50)}</Fact>
          <Fact name={t('latencyMost')}>{figure.milliseconds(latencyMs.p95)}</Fact>
        </Facts>
        <p className="text-sm text-ink-soft">
          {t(`scope_${scope}`)} {t('countedSince', { time: format.dateTimeSeconds(since) })}
        </p>
      </Card>
      <p className="max-w-prose text-sm text-ink-soft">{t('cacheWords')}</p>
    </section>
  );
}
