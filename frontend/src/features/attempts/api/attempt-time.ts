import {
  getAttemptsByIdTime,
  postAttemptsByIdPause,
  postAttemptsByIdResume,
} from '../../../lib/api/generated/sdk.gen';
import type { AttemptTime } from '../../../lib/api/generated/types.gen';
import type { ServerEvent } from '../../../lib/http/event-stream';

/** What the server tells an open page about the time of its attempt. */
export interface TimeChange extends AttemptTime {
  change: 'EXTRA_TIME' | 'DEADLINE' | 'PAUSE' | 'RESUME';
  addedSeconds: number | null;
}

export function readTime(attemptId: string, signal?: AbortSignal): Promise<AttemptTime> {
  return getAttemptsByIdTime({ path: { id: attemptId }, signal });
}

export function pauseAttempt(attemptId: string): Promise<AttemptTime> {
  return postAttemptsByIdPause({ path: { id: attemptId } });
}

export function resumeAttempt(attemptId: string): Promise<AttemptTime> {
  return postAttemptsByIdResume({ path: { id: attemptId } });
}

/** Null for what is not about the time of this attempt. */
export function timeChangeOf({ type, data }: ServerEvent, attemptId: string): TimeChange | null {
  if (type !== 'attempt-time' || typeof data !== 'object' || data === null) return null;
  return 'attemptId' in data && data.attemptId === attemptId ? (data as TimeChange) : null;
}
