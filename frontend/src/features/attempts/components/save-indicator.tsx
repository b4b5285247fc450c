import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../components/ui/cx';
import { Icon, type IconName } from '../../../components/ui/icon';
import { LiveRegion } from '../../../components/ui/live-region';
import type { AutoSaveSnapshot } from '../lib/autosave-types';
import { savedAgo, saveStatus, type SaveStatus } from '../lib/save-status';

const TICK_MS = 5_000;

function textOf(status: SaveStatus, nowMs: number, t: TFunction<'attempts'>): string {
  switch (status.kind) {
    case 'ready':
      return t('saveReady');
    case 'all-saved':
      return t('saveAll');
    case 'saving':
      return t('saving');
    case 'signed-out':
      return t('saveSignedOut');
    case 'refused':
      return t('saveRefused');
    case 'offline':
      return status.kept ? t('saveOffline') : t('saveOfflineLost');
    case 'failed':
      return status.kept ? t('saveFailed') : t('saveFailedLost');
    case 'saved': {
      const ago = savedAgo(nowMs - status.atMs);
      if (!ago) return t('savedNow');
      const { count } = ago;
      return ago.unit === 'seconds' ? t('savedSeconds', { count }) : t('savedMinutes', { count });
    }
  }
}

const LOOKS: Record<SaveStatus['kind'], { icon: IconName; className: string }> = {
  ready: { icon: 'cloud', className: 'text-ink-soft' },
  'all-saved': { icon: 'check-circle', className: 'text-success' },
  saving: { icon: 'cloud', className: 'text-ink-soft' },
  saved: { icon: 'check-circle', className: 'text-success' },
  offline: { icon: 'cloud-off', className: 'text-warning' },
  failed: { icon: 'alert', className: 'text-warning' },
  'signed-out': { icon: 'alert', className: 'text-warning' },
  refused: { icon: 'alert', className: 'text-danger' },
};

const TROUBLES = new Set<SaveStatus['kind']>(['offline', 'failed', 'refused']);

/** The moment of the last look at the clock, every few seconds while `active`. */
function useNow(active: boolean, since: number): number {
  const [now, setNow] = useState(since);
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => {
      setNow(performance.now());
    }, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [active]);
  return Math.max(now, since);
}

/** Whether the answers are saved: the truth, in a few words. Screen readers hear of troubles and their end. */
export function SaveIndicator({ state }: { state: AutoSaveSnapshot }) {
  const { t } = useTranslation('attempts');
  const status = saveStatus(state);
  const now = useNow(status.kind === 'saved', status.kind === 'saved' ? status.atMs : 0);
  const [troubled, setTroubled] = useState(false);
  const inTrouble = TROUBLES.has(status.kind);
  if (inTrouble && !troubled) setTroubled(true);
  const text = textOf(status, now, t);
  const { icon, className } = LOOKS[status.kind];
  return (
    <div className={cx('flex min-w-0 items-center gap-1.5 text-sm', className)}>
      <Icon name={icon} className="size-4" />
      <span data-status={status.kind} className="min-w-0">
        {text}
      </span>
      <LiveRegion
        message={inTrouble ? text : troubled && status.kind === 'saved' ? t('saveAll') : ''}
      />
    </div>
  );
}
