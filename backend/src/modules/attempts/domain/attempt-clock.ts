/**
 * What an attempt's time is ruled by. While paused `deadlineAt` is none, or the closing time of the quiz where its
 * student stopped the clock; `pausedDeadline` is the one that was in force. null: none.
 */
export interface AttemptClock {
  deadlineAt: Date | null;
  pausedAt: Date | null;
  /** The user who stopped it. */
  pausedBy: string | null;
  pausedDeadline: Date | null;
}

/** Milliseconds left, which stand still in a pause; negative once the deadline has passed, null: no limit. */
function millisecondsLeft(clock: AttemptClock, now: Date): number | null {
  const [deadline, at] =
    clock.pausedAt === null ? [clock.deadlineAt, now] : [clock.pausedDeadline, clock.pausedAt];
  return deadline === null ? null : deadline.getTime() - at.getTime();
}

/** Whole seconds left, 0 when there are none; they stand still in a pause. null: no limit. */
export function secondsLeft(clock: AttemptClock, now: Date): number | null {
  const left = millisecondsLeft(clock, now);
  return left === null ? null : Math.max(0, Math.floor(left / 1000));
}

/** Whether time is up: the grace for what is on its way does not count. */
export function isOver(clock: AttemptClock, now: Date): boolean {
  const left = millisecondsLeft(clock, now);
  return left !== null && left <= 0;
}

/** So many seconds more, in a pause too; null where there is no limit to begin with. */
export function withExtraTime(clock: AttemptClock, seconds: number): AttemptClock | null {
  const deadlineAt = clock.deadlineAt && later(clock.deadlineAt, seconds * 1000);
  if (clock.pausedAt === null) return deadlineAt && { ...clock, deadlineAt };
  const { pausedDeadline } = clock;
  return (
    pausedDeadline && {
      ...clock,
      deadlineAt,
      pausedDeadline: later(pausedDeadline, seconds * 1000),
    }
  );
}

/**
 * The clock stopped by `by`; one that stands still already is taken over. With `notBeyond` (the quiz's closing
 * time) the attempt still ends then.
 */
export function paused(
  clock: AttemptClock,
  { by, now, notBeyond }: { by: string; now: Date; notBeyond: Date | null },
): AttemptClock {
  const running = clock.pausedAt === null;
  const pausedDeadline = running ? clock.deadlineAt : clock.pausedDeadline;
  return {
    deadlineAt: notBeyond && latest(notBeyond, pausedDeadline),
    pausedAt: clock.pausedAt ?? now,
    pausedBy: by,
    pausedDeadline,
  };
}

/** The clock going on with what was left, but not beyond the end that a student's own pause has. */
export function resumed(clock: AttemptClock, now: Date): AttemptClock {
  const left = millisecondsLeft(clock, now);
  const own = left === null ? null : later(now, left);
  const deadlineAt = own && clock.deadlineAt && clock.deadlineAt < own ? clock.deadlineAt : own;
  return { deadlineAt, pausedAt: null, pausedBy: null, pausedDeadline: null };
}

function later(date: Date, milliseconds: number): Date {
  return new Date(date.getTime() + milliseconds);
}

function latest(a: Date, b: Date | null): Date {
  return b !== null && b > a ? b : a;
}
