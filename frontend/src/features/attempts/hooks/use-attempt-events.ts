import { useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Attempt, AttemptTime } from '../../../lib/api/generated/types.gen';
import { session } from '../../../lib/http/browser-session';
import { listenToEvents } from '../../../lib/http/event-stream';
import { readTime, timeChangeOf, type TimeChange } from '../api/attempt-time';
import { anchorTime } from '../lib/countdown';
import { AutoSaveContext } from './use-autosave';

/** How often the time is asked for while events do not arrive, and how long the last answer is waited for. */
const ASK_EVERY_MS = 30_000;
const LAST_WORD_MS = 2_000;

/** The time of the attempt as the server rules it: followed by events, and asked for where they are missing. */
export function useAttemptEvents(attempt: Attempt) {
  const autosave = useContext(AutoSaveContext);
  const [paused, setPaused] = useState(attempt.paused);
  const [change, setChange] = useState<TimeChange | null>(null);
  const attemptId = attempt.id;

  const take = useCallback(
    ({ status, remainingSeconds, paused: pause }: AttemptTime, askedMs = performance.now()) => {
      if (status !== 'OPEN') return;
      setPaused(pause);
      autosave?.setTime(remainingSeconds === null ? null : anchorTime(remainingSeconds, askedMs));
    },
    [autosave],
  );

  const ask = useCallback(
    async (signal?: AbortSignal): Promise<AttemptTime | null> => {
      const askedMs = performance.now();
      try {
        const time = await readTime(attemptId, signal);
        take(time, askedMs);
        return time;
      } catch {
        // No answer: the next save brings the time left, and this is asked again.
        return null;
      }
    },
    [attemptId, take],
  );

  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const stop = listenToEvents({
      session,
      onConnected: (connected) => {
        clearInterval(timer);
        if (!connected) timer = setInterval(() => void ask(), ASK_EVERY_MS);
      },
      onEvent: (event) => {
        const changed = timeChangeOf(event, attemptId);
        if (changed) {
          take(changed);
          setChange(changed);
        } else if (event.type === 'ready' || event.type === 'look-again') void ask();
      },
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [attemptId, ask, take]);

  /** Whether time is up for the server too, as far as it answers: an event may have been lost. */
  const confirmOver = useCallback(async () => {
    const time = await ask(AbortSignal.timeout(LAST_WORD_MS));
    return time?.status !== 'OPEN' || (time.paused === null && (time.remainingSeconds ?? 1) < 1);
  }, [ask]);

  return useMemo(
    () => ({ paused, change, take, confirmOver }),
    [paused, change, take, confirmOver],
  );
}

export type AttemptEvents = ReturnType<typeof useAttemptEvents>;
