/** All moments are milliseconds of a monotonic clock. */
export const SETTLE_MS = 2_000;
export const LONGEST_WAIT_MS = 10_000;
export const DIRTY_INTERVAL_MS = 30_000;
/** The server lets a page save five times at once and then once in ten seconds: two of the five are kept for leaving. */
const PACE_MS = 10_000;
const QUICK_SAVES = 3;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/** When the oldest and the newest of some unsent answers were changed. */
export interface ChangeTimes {
  first: number;
  last: number;
}

/**
 * How long to wait after the `failures`-th failure in a row (from 1): exponential with jitter, so that
 * a class of students does not come back in one moment; never sooner than the server asked.
 */
export function retryDelayMs(
  failures: number,
  random: number,
  retryAfterSeconds: number | null,
): number {
  const ceiling = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
  const backOff = ceiling / 2 + (ceiling / 2) * random;
  if (retryAfterSeconds === null) return backOff;
  return Math.max(backOff, retryAfterSeconds * 1_000 * (1 + random / 10));
}

/** Decides when the next save is due; knows nothing of what is saved. */
export class SaveSchedule {
  private changes: ChangeTimes | null = null;
  private dirtySince: number | null = null;
  private failures = 0;
  private notBefore = 0;
  /** Retry-After: unlike a back-off it also binds what the student or the browser asks for. */
  private limitedUntil = 0;
  private wasRefused = false;
  /** When all the quick saves will be there again. */
  private pacedUntil = 0;
  private isUrgent = false;

  constructor(private readonly random: () => number) {}

  /** What was refused may be accepted with this change: it is not made to wait. */
  answerChanged(now: number): void {
    if (this.wasRefused) this.notBefore = this.limitedUntil;
    this.wasRefused = false;
    this.changes = { first: this.changes?.first ?? now, last: now };
  }

  /** Something less urgent than an answer (the position) is unsaved. */
  becameDirty(now: number): void {
    this.dirtySince ??= now;
  }

  /** A request takes all there is to save with it; give the result back to `failed` if it fails. */
  take(): ChangeTimes | null {
    const { changes } = this;
    this.changes = null;
    this.dirtySince = null;
    this.isUrgent = false;
    return changes;
  }

  /** `more`: changes were made since that are still to be sent. */
  succeeded(now: number, more: boolean): void {
    this.pacedUntil = Math.max(now, this.pacedUntil) + PACE_MS;
    this.failures = 0;
    this.notBefore = 0;
    if (more) return;
    this.changes = null;
    this.dirtySince = null;
  }

  /** The changes are due again, after a back-off or after what the server asked for. */
  failed(now: number, taken: ChangeTimes | null, retryAfterSeconds: number | null): void {
    this.giveBack(now, taken);
    this.failures += 1;
    this.notBefore = now + retryDelayMs(this.failures, this.random(), retryAfterSeconds);
    if (retryAfterSeconds !== null) this.limitedUntil = this.notBefore;
  }

  /** The server refused these very changes: they are due again, but not soon. */
  refused(now: number, taken: ChangeTimes | null): void {
    this.giveBack(now, taken);
    this.notBefore = now + DIRTY_INTERVAL_MS;
    this.wasRefused = true;
  }

  /** The changes are due at once, whatever was saved just before. */
  hurry(now: number, taken: ChangeTimes | null): void {
    this.isUrgent = true;
    const last = this.changes?.last ?? taken?.last ?? now;
    this.changes = { first: now - LONGEST_WAIT_MS, last };
    this.notBefore = this.limitedUntil;
  }

  /** When the next save is due; null when there is nothing to save. */
  nextAt(): number | null {
    const due: number[] = [];
    if (this.changes) {
      due.push(Math.min(this.changes.last + SETTLE_MS, this.changes.first + LONGEST_WAIT_MS));
    }
    if (this.dirtySince !== null) due.push(this.dirtySince + DIRTY_INTERVAL_MS);
    if (due.length === 0) return null;
    const pace = this.isUrgent ? 0 : this.pacedUntil - (QUICK_SAVES - 1) * PACE_MS;
    return Math.max(Math.min(...due), this.notBefore, pace);
  }

  private giveBack(now: number, taken: ChangeTimes | null): void {
    if (!taken) this.dirtySince ??= now;
    else this.changes = { first: taken.first, last: this.changes?.last ?? taken.last };
  }
}
