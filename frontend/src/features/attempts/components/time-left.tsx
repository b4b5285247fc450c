import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../components/ui/cx';
import { Icon } from '../../../components/ui/icon';
import { IconButton } from '../../../components/ui/icon-button';
import { LiveRegion } from '../../../components/ui/live-region';
import { readFlag, writeFlag } from '../../../lib/storage';
import { clockText } from '../lib/countdown';

const HIDE_KEY = 'qm-hide-time';
const LAST_SECONDS = 60;

interface TimeLeftProps {
  seconds: number;
  mark: 5 | 1 | null;
}

/** The clock ticks for the eye only; screen readers are told at 5 minutes and at 1 minute. */
export function TimeLeft({ seconds, mark }: TimeLeftProps) {
  const { t } = useTranslation('attempts');
  const [hidden, setHidden] = useState(() => readFlag(HIDE_KEY));
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
          !hidden && seconds <= LAST_SECONDS ? 'text-danger' : 'text-ink',
        )}
      >
        <Icon name="clock" className="size-4" />
        {hidden ? (
          <span className="text-sm text-ink-soft">{t('timeHidden')}</span>
        ) : (
          <span>{clockText(seconds)}</span>
        )}
      </div>
      <IconButton
        icon={hidden ? 'eye' : 'eye-off'}
        label={hidden ? t('timeShow') : t('timeHide')}
        onClick={toggle}
      />
      <LiveRegion message={mark === null ? '' : t('timeMark', { count: mark })} />
    </div>
  );
}
