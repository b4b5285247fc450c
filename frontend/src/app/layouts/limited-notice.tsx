import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/ui/icon';
import type { LimitedReads } from '../../lib/http/limited-reads';

/** Tells of a page that waits because of too many requests: why, how long, and that nothing need be done. */
export function LimitedNotice({ reads }: { reads: LimitedReads }) {
  const { t } = useTranslation('common');
  const untilMs = useSyncExternalStore(reads.subscribe, reads.snapshot);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(1rem+var(--foot,0rem)+env(safe-area-inset-bottom))] z-40 flex justify-center"
    >
      {untilMs !== null && (
        <p className="flex max-w-md animate-rise flex-wrap items-center gap-x-3 rounded-md border border-line bg-surface px-4 py-3 text-sm shadow-lg">
          <Icon name="clock" className="text-ink-soft" />
          <span className="min-w-0 flex-1 basis-48">{t('limitedWait')}</span>
          <SecondsLeft key={untilMs} untilMs={untilMs} />
        </p>
      )}
    </div>
  );
}

/** Seen, not read out: it would be said anew every second. */
function SecondsLeft({ untilMs }: { untilMs: number }) {
  const { t } = useTranslation('common');
  const [seconds, setSeconds] = useState(() => secondsUntil(untilMs));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsUntil(untilMs)), 1_000);
    return () => clearInterval(timer);
  }, [untilMs]);
  return (
    <span aria-hidden="true" className="text-ink-soft tabular-nums">
      {t('limitedSeconds', { count: seconds })}
    </span>
  );
}

function secondsUntil(untilMs: number): number {
  return Math.max(1, Math.ceil((untilMs - performance.now()) / 1_000));
}
