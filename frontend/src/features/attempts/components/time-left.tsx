import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../components/ui/cx';
import { Icon } from '../../../components/ui/icon';
import { IconButton } from '../../../components/ui/icon-button';
import { showToast } from '../../../components/ui/toast-store';
import { useFormat } from '../../../hooks/use-format';
import { readFlag, writeFlag } from '../../../lib/storage';
import { clockText, markPassed } from '../lib/countdown';

const HIDE_KEY = 'qm-hide-time';
const LAST_SECONDS = 60;
const FEW_SECONDS = 300;

/**
 * The clock ticks for the eye only. At 5 minutes and at 1 minute everybody is told, whether the clock is
 * hidden or not, and screen readers are told nothing more.
 */
export function TimeLeft({ seconds }: { seconds: number }) {
  const { t } = useTranslation('attempts');
  const [hidden, setHidden] = useState(() => readFlag(HIDE_KEY));
  useWarnings(seconds);
  const toggle = () => {
    setHidden(!hidden);
    writeFlag(HIDE_KEY, !hidden);
  };
  return (
    <div className="flex items-center">
      <div
        role="timer"
        aria-live="off"
        aria-label={t('timeLeft')}
        className={cx(
          'flex items-center gap-1.5 font-medium tabular-nums',
          hidden ? 'text-ink-soft' : urgency(seconds),
        )}
      >
        <Icon name="clock" className="size-4" />
        {hidden ? (
          <span className="text-sm max-sm:sr-only">{t('timeHidden')}</span>
        ) : (
          <span>{clockText(seconds)}</span>
        )}
      </div>
      <IconButton
        icon={hidden ? 'eye' : 'eye-off'}
        label={hidden ? t('timeShow') : t('timeHide')}
        onClick={toggle}
      />
    </div>
  );
}

function urgency(seconds: number): string {
  if (seconds <= LAST_SECONDS) return 'text-danger';
  return seconds <= FEW_SECONDS ? 'text-warning' : 'text-ink';
}

/** Says how much is left whenever a mark is passed: also when time was given after it, and after a sleep. */
function useWarnings(seconds: number): void {
  const { t } = useTranslation('attempts');
  const format = useFormat();
  const before = useRef(seconds);
  useEffect(() => {
    const passed = markPassed(before.current, seconds);
    before.current = seconds;
    if (passed) showToast({ message: t('timeMark', { time: format.duration(seconds) }) });
  }, [seconds, t, format]);
}
