/** The server's remaining seconds together with the monotonic moment (ms) at which they were told. */
export interface TimeAnchor {
  remainingSeconds: number;
  atMs: number;
}

/**
 * Seconds left, never below 0, by monotonic time since the server's last word: a wrong or changed wall
 * clock has no say.
 */
export function secondsLeft(anchor: TimeAnchor, nowMs: number): number {
  return Math.max(0, anchor.remainingSeconds - (nowMs - anchor.atMs) / 1_000);
}

/** Which mark was passed between two readings: 5 minutes or 1 minute, as minutes; null: none. */
export function markPassed(beforeSeconds: number, nowSeconds: number): 5 | 1 | null {
  const passed = (mark: number) => beforeSeconds > mark && nowSeconds <= mark && nowSeconds > 0;
  if (passed(60)) return 1;
  return passed(300) ? 5 : null;
}

/** `1:02:03` or `2:03`, rounded up so that 0:00 is shown only when the time is over. */
export function clockText(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  const rest = two(whole % 60);
  return minutes < 60
    ? `${String(minutes)}:${rest}`
    : `${String(Math.floor(minutes / 60))}:${two(minutes % 60)}:${rest}`;
}
