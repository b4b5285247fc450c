import { useEffect, useRef, useState } from 'react';
import { markPassed, secondsLeft, type TimeAnchor } from '../lib/countdown';

const TICK_MS = 250;

interface Countdown {
  /** Whole seconds left; null: no time limit. */
  seconds: number | null;
  /** The last mark passed while this page was open, for the announcement. */
  mark: 5 | 1 | null;
}

/** Runs down by monotonic time and calls `onZero` once when the time is over. */
export function useCountdown(time: TimeAnchor | null, onZero: () => void): Countdown {
  const [countdown, setCountdown] = useState<Countdown>(() => read(time, null));
  const zero = useRef(onZero);
  useEffect(() => {
    zero.current = onZero;
  });

  useEffect(() => {
    if (!time) return;
    let before = secondsLeft(time, performance.now());
    let over = false;
    const tick = () => {
      const now = secondsLeft(time, performance.now());
      const passed = markPassed(before, now);
      before = now;
      setCountdown((last) => changed(last, read(time, passed ?? last.mark)));
      if (now > 0 || over) return;
      over = true;
      zero.current();
    };
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [time]);

  return countdown;
}

function read(time: TimeAnchor | null, mark: 5 | 1 | null): Countdown {
  return { seconds: time && Math.ceil(secondsLeft(time, performance.now())), mark };
}

/** The same object while nothing to be seen has changed, so that nothing is drawn four times a second. */
function changed(last: Countdown, next: Countdown): Countdown {
  return last.seconds === next.seconds && last.mark === next.mark ? last : next;
}
