import type { ServerEvent } from '../../../lib/http/event-stream';

/** What an event of this type says about an attempt; null where it is of another type or about another attempt. */
export function attemptEvent(
  { type, data }: ServerEvent,
  wanted: string,
  attemptId: string,
): object | null {
  if (type !== wanted || typeof data !== 'object' || data === null) return null;
  return 'attemptId' in data && data.attemptId === attemptId ? data : null;
}
