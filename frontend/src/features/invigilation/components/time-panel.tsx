import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Card } from '../../../components/ui/card';
import type { StaffAttempt } from '../../../lib/api/generated/types.gen';
import { adjustTime } from '../api/attempts';
import { DeadlineDialog } from './deadline-dialog';
import { ExtraTimeDialog } from './extra-time-dialog';
import { PauseDialog } from './pause-dialog';

/** What a teacher can do to the time of an attempt under way; the student sees it at once. */
export function TimePanel({ attempt }: { attempt: StaffAttempt }) {
  const { t } = useTranslation('invigilation');
  const [open, setOpen] = useState<'none' | 'extra' | 'end' | 'pause'>('none');
  const close = () => setOpen('none');
  const hasLimit = attempt.deadlineAt !== null || attempt.paused?.remainingSeconds != null;
  const { name } = attempt.student;
  return (
    <Card className="flex flex-col gap-4 p-5">
      <h2 className="text-lg">{t('timeTitle')}</h2>
      <p className="text-ink-soft">{t('timeText')}</p>
      <div className="flex flex-col gap-3">
        {hasLimit && (
          <Button icon="plus" onClick={() => setOpen('extra')}>
            {t('giveTime')}
          </Button>
        )}
        {!attempt.paused && (
          <Button icon="clock" onClick={() => setOpen('end')}>
            {t('setEnd')}
          </Button>
        )}
        <Button icon={attempt.paused ? 'play' : 'pause'} onClick={() => setOpen('pause')}>
          {attempt.paused ? t('resume') : t('pause')}
        </Button>
      </div>
      {open === 'extra' && (
        <ExtraTimeDialog
          title={t('giveTime')}
          text={t('giveTimeText', { name })}
          give={(request) => adjustTime(attempt.id, request)}
          onClose={close}
        />
      )}
      {open === 'end' && (
        <DeadlineDialog attemptId={attempt.id} deadlineAt={attempt.deadlineAt} onClose={close} />
      )}
      {open === 'pause' && <PauseDialog attempt={attempt} onClose={close} />}
    </Card>
  );
}
