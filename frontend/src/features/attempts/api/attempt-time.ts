import {
  getAttemptsByIdTime,
  postAttemptsByIdPause,
  postAttemptsByIdResume,
} from '../../../lib/api/generated/sdk.gen';
import type { AttemptTime } from '../../../lib/api/generated/types.gen';
import type { ServerEvent } from '../../../lib/http/event-stream';
import { attemptEvent } from '../lib/attempt-event';

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
export function timeChangeOf(event: ServerEvent, attemptId: string): TimeChange | null {
  return attemptEvent(event, 'attempt-time', attemptId) as TimeChange | null;
}
