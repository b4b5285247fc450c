import { useEffect, useRef, useState } from 'react';
import { secondsLeft, type TimeAnchor } from '../lib/countdown';

const TICK_MS = 250;

/** Whole seconds left, by monotonic time; null: no time limit. Calls `onZero` once when the time is over. */
export function useCountdown(time: TimeAnchor | null, onZero: () => void): number | null {
  const [seconds, setSeconds] = useState(() => read(time));
  const zero = useRef(onZero);
  useEffect(() => {
    zero.current = onZero;
  });

  useEffect(() => {
    if (!time) return;
    let over = false;
    const tick = () => {
      setSeconds(read(time));
      if (over || secondsLeft(time, performance.now()) > 0) return;
      over = true;
      zero.current();
    };
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [time]);

  return time && seconds;
}

function read(time: TimeAnchor | null): number | null {
  return time && Math.ceil(secondsLeft(time, performance.now()));
}
