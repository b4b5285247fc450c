import { useCallback, useState } from 'react';
import type { Opening } from '../api/open-attempt';
import { pickOption } from '../lib/pick-option';
import type { RunnerCommand } from '../lib/runner-keys';
import { useAttemptEvents } from './use-attempt-events';
import { useAutoSave } from './use-autosave';
import { useCountdown } from './use-countdown';
import { useMarks } from './use-marks';
import { useRecovery } from './use-recovery';
import { useRunnerKeys } from './use-runner-keys';

export type Overlay = 'none' | 'keys' | 'palette' | 'submit';

/** Everything the runner's parts share: where the student is, what is open, and what can be done. */
export function useRunner(opening: Opening, isHandedOver: boolean) {
  const { attempt } = opening;
  const { questions } = attempt;
  const autosave = useAutoSave(attempt.id);
  const { choose, moveTo, timeIsOver } = autosave;
  const [overlay, setOverlay] = useState<Overlay>('none');
  const [timeOver, setTimeOver] = useState(false);
  const recovery = useRecovery(opening, autosave, !isHandedOver);
  const position = Math.min(autosave.position, Math.max(0, questions.length - 1));
  const question = questions[position];
  const { marks, toggleFlag } = useMarks(attempt.id, question?.id);

  const events = useAttemptEvents(attempt);
  const seconds = useCountdown(autosave.time, () => {
    void events.confirmOver().then((over) => {
      if (!over) return;
      setTimeOver(true);
      setOverlay('none');
      timeIsOver();
    });
  });

  const go = useCallback(
    (index: number) => {
      setOverlay('none');
      if (index >= 0 && index < questions.length) moveTo(index);
    },
    [moveTo, questions.length],
  );

  const chooseAt = (index: number) => {
    const option = question?.options[index];
    if (!question || !option) return;
    const value = autosave.questions[question.id]?.value ?? null;
    choose(question.id, pickOption(question, value, option.id));
  };
  useRunnerKeys(question?.options.length ?? 0, (command: RunnerCommand) => {
    switch (command.kind) {
      case 'previous':
        go(position - 1);
        break;
      case 'next':
        go(position + 1);
        break;
      case 'help':
        setOverlay('keys');
        break;
      case 'flag':
        if (question) toggleFlag(question.id);
        break;
      case 'choose':
        chooseAt(command.index);
    }
  });

  return {
    autosave,
    attempt,
    questions,
    question,
    position,
    marks,
    toggleFlag,
    go,
    overlay,
    setOverlay,
    recovery,
    seconds,
    events,
    timeOver,
  };
}

export type RunnerView = ReturnType<typeof useRunner>;
