import { isOverdue, offlineGraceEnd } from './deadline.js';

/** Whether the key may be shown: never before the attempt is closed. */
export function reviewAllowed(input: {
  policy: 'NEVER' | 'AFTER_SUBMIT' | 'AFTER_CLOSE';
  attemptOpen: boolean;
  closesAt: Date | null;
  offlineGraceSeconds: number;
  now: Date;
}): boolean {
  if (input.attemptOpen) return false;
  switch (input.policy) {
    case 'NEVER':
      return false;
    case 'AFTER_SUBMIT':
      return true;
    case 'AFTER_CLOSE':
      return nobodyAnswers(input);
  }
}

/** Until then others may still be saving answers, or be offline with some that count when they arrive. */
function nobodyAnswers(input: {
  closesAt: Date | null;
  offlineGraceSeconds: number;
  now: Date;
}): boolean {
  const { closesAt, offlineGraceSeconds, now } = input;
  const end = offlineGraceEnd(closesAt, offlineGraceSeconds);
  return isOverdue(closesAt, now) && end !== null && now >= end;
}
