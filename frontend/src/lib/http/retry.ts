import { ApiError } from './api-error';

const MAX_RETRIES = 2;
/** The server counts over a minute: who still is refused then has more open than this page. */
const MAX_LIMITED_RETRIES = 5;
/** Nobody waits longer without having asked for it. */
const LONGEST_WAIT_SECONDS = 90;
const LONGEST_BACK_OFF_MS = 30_000;

/**
 * Whether a read that failed (`failures` times before) is tried again by itself. What asking again will not
 * change is shown at once: a refusal, or that there is no network.
 */
export function shouldRetry(failures: number, error: Error): boolean {
  if (limitedSeconds(error) !== null) return failures < MAX_LIMITED_RETRIES;
  const isFinal = error instanceof ApiError ? error.status < 500 : !navigator.onLine;
  return !isFinal && failures < MAX_RETRIES;
}

/**
 * Milliseconds until the next try: what the server asked for and a little more, so that a class behind one
 * address does not come back in one moment, or a back-off that doubles. `random`: 0 to 1.
 */
export function retryDelayMs(failures: number, error: Error, random = Math.random()): number {
  const seconds = limitedSeconds(error);
  if (seconds !== null) return seconds * 1_000 * (1 + random / 10);
  return Math.min(LONGEST_BACK_OFF_MS, 1_000 * 2 ** failures);
}

/** The whole seconds a refused request should wait; null where it was not refused for a while. */
export function limitedSeconds(error: unknown): number | null {
  if (!(error instanceof ApiError) || error.status !== 429) return null;
  const seconds = error.retryAfterSeconds;
  return seconds !== null && seconds <= LONGEST_WAIT_SECONDS ? Math.max(1, seconds) : null;
}
