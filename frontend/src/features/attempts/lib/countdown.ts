/** The server's remaining seconds together with the monotonic moment (ms) at which they were told. */
export interface TimeAnchor {
  remainingSeconds: number;
  atMs: number;
  /**
   * Counted by a clock that cannot have been changed or have stood still since the server's word. False
   * after a restart or a sleep, where only the wall clock went on.
   */
  verified: boolean;
}

/** The server's word as it is kept on the device: the wall clock is all that goes on when the page is gone. */
export interface KeptTime {
  remainingSeconds: number;
  wallMs: number;
}

/** The server's word of this very moment, which came with an answer to what was asked at `askedMs`. */
export function anchorTime(remainingSeconds: number, askedMs: number): TimeAnchor {
  // On a slow network the answer is old when it comes: on average by half the way there and back.
  const atMs = (askedMs + performance.now()) / 2;
  return { remainingSeconds, atMs, verified: true };
}

export function rememberTime(anchor: TimeAnchor): KeptTime {
  return { remainingSeconds: secondsLeft(anchor, performance.now()), wallMs: Date.now() };
}

/** The time left by the wall clock; one that was set back since is not believed to have gained time. */
export function recallTime({ remainingSeconds, wallMs }: KeptTime): TimeAnchor {
  const elapsed = Math.max(0, (Date.now() - wallMs) / 1_000);
  return {
    remainingSeconds: remainingSeconds - elapsed,
    atMs: performance.now(),
    verified: false,
  };
}

/** After the computer slept, when its monotonic clock may have stood still: the wall clock is believed. */
export function afterSleep(anchor: TimeAnchor, sleptMs: number): TimeAnchor {
  const remainingSeconds = anchor.remainingSeconds - Math.max(0, sleptMs) / 1_000;
  return { ...anchor, remainingSeconds, verified: false };
}

/**
 * Seconds left, never below 0, by monotonic time since the server's last word: a wrong or changed wall
 * clock has no say.
 */
export function secondsLeft(anchor: TimeAnchor, nowMs: number): number {
  return Math.max(0, anchor.remainingSeconds - (nowMs - anchor.atMs) / 1_000);
}

/** Minutes left at which the student is told. */
const MARKS = [5, 1];

/** Whether a mark was passed between two readings of the seconds left; at the end there is more to say. */
export function markPassed(before: number, now: number): boolean {
  return now > 0 && MARKS.some((minutes) => before > minutes * 60 && now <= minutes * 60);
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
