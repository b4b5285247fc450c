import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Dialog } from '../../../components/ui/dialog';
import { describeError, errorLine } from '../../../components/ui/error-state';
import { IconButton } from '../../../components/ui/icon-button';
import { Notice } from '../../../components/ui/notice';
import { showToast } from '../../../components/ui/toast-store';
import { useFormat } from '../../../hooks/use-format';
import { pauseAttempt, resumeAttempt, type TimeChange } from '../api/attempt-time';
import type { AttemptEvents } from '../hooks/use-attempt-events';
import { clockText } from '../lib/countdown';

interface TimeEventsProps {
  attemptId: string;
  pauseAllowed: boolean;
  events: AttemptEvents;
}

/** What is done to the student's time: the button that stops it, the pause, and calm words about changes. */
export function TimeEvents({ attemptId, pauseAllowed, events }: TimeEventsProps) {
  const { t } = useTranslation('attempts');
  const common = useTranslation('common').t;
  const { paused, change, take } = events;
  useAnnouncement(change);
  const pause = useMutation({
    mutationFn: () => pauseAttempt(attemptId),
    onSuccess: (time) => take(time),
    onError: (error) => showToast({ tone: 'danger', message: errorLine(error, common) }),
  });
  return (
    <>
      {pauseAllowed && !paused && (
        <IconButton icon="pause" label={t('pause')} onClick={() => pause.mutate()} />
      )}
      {paused && <PausedDialog attemptId={attemptId} paused={paused} onResumed={take} />}
    </>
  );
}

interface PausedDialogProps {
  attemptId: string;
  paused: NonNullable<AttemptEvents['paused']>;
  onResumed: AttemptEvents['take'];
}

function PausedDialog({ attemptId, paused, onResumed }: PausedDialogProps) {
  const { t } = useTranslation('attempts');
  const common = useTranslation('common').t;
  const { byStaff, remainingSeconds } = paused;
  useEffect(() => keepPlace, []);
  const resume = useMutation({
    mutationFn: () => resumeAttempt(attemptId),
    onSuccess: (time) => onResumed(time),
  });
  return (
    <Dialog open title={t('pausedTitle')}>
      <div role="status" className="flex flex-col gap-3">
        <p>{byStaff ? t('pausedByTeacher') : t('pausedByYou')}</p>
        {remainingSeconds !== null && (
          <p className="font-medium tabular-nums">
            {t('pausedLeft', { time: clockText(remainingSeconds) })}
          </p>
        )}
      </div>
      {!byStaff && (
        <Button
          variant="primary"
          icon="play"
          busy={resume.isPending}
          onClick={() => resume.mutate()}
          className="mt-5"
        >
          {t('resume')}
        </Button>
      )}
      {resume.isError && (
        <div className="mt-4">
          <Notice tone="danger" role="alert" title={describeError(resume.error, common).title}>
            {describeError(resume.error, common).advice}
          </Notice>
        </div>
      )}
    </Dialog>
  );
}

/** After a pause: what had the focus before went with the question, and the keyboard begins at the new one. */
function keepPlace(): void {
  if (document.activeElement !== document.body) return;
  document.getElementById('main')?.focus({ preventScroll: true });
}

/** Says once what was done to the time; a pause speaks for itself. */
function useAnnouncement(change: TimeChange | null): void {
  const { t } = useTranslation('attempts');
  const format = useFormat();
  useEffect(() => {
    if (!change || change.change === 'PAUSE') return;
    if (change.change === 'RESUME') showToast({ message: t('timeGoesOn') });
    else if (change.change === 'EXTRA_TIME' && change.addedSeconds !== null) {
      showToast({ message: t('extraTime', { time: format.duration(change.addedSeconds) }) });
    } else if (change.remainingSeconds !== null) {
      showToast({ message: t('newDeadline', { time: format.duration(change.remainingSeconds) }) });
    }
    // Once for each event, whatever is drawn again.
  }, [change, t, format]);
}
