import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import type { CacheMetrics } from '../../../lib/api/generated/types.gen';
import { cacheQuery } from '../api/cache';
import { CacheFacts } from '../components/cache-facts';
import { CacheFamilies } from '../components/cache-families';
import { CacheState } from '../components/cache-state';
import { ClearFamilyDialog } from '../components/clear-family-dialog';
import { LiveFigures } from '../components/live-figures';
import { OperationsFrame } from '../components/operations-frame';
import { ResetCountersDialog } from '../components/reset-counters-dialog';

/** `/admin/operations/cache`: does the cache spare the database its work? */
export function CachePage() {
  const { t } = useTranslation('operations');
  const [resetting, setResetting] = useState(false);
  const cache = useQuery(cacheQuery());
  return (
    <OperationsFrame
      title={t('cacheTitle')}
      lead={t('cacheLead')}
      actions={
        cache.data && (
          <Button icon="repeat" onClick={() => setResetting(true)}>
            {t('resetCounters')}
          </Button>
        )
      }
    >
      <LiveFigures query={cache}>{(figures) => <Cache figures={figures} />}</LiveFigures>
      {resetting && <ResetCountersDialog onClose={() => setResetting(false)} />}
    </OperationsFrame>
  );
}

function Cache({ figures }: { figures: CacheMetrics }) {
  const [clearing, setClearing] = useState<string | null>(null);
  return (
    <>
      <CacheState figures={figures} />
      <CacheFacts figures={figures} />
      <CacheFamilies families={figures.families} onClear={setClearing} />
      {clearing !== null && <ClearFamilyDialog name={clearing} onClose={() => setClearing(null)} />}
    </>
  );
}
