import { isOverdue } from './deadline.js';

/** Whether the key may be shown: never before the attempt is closed. */
export function reviewAllowed(input: {
  policy: 'NEVER' | 'AFTER_SUBMIT' | 'AFTER_CLOSE';
  attemptOpen: boolean;
  closesAt: Date | null;
  now: Date;
}): boolean {
  if (input.attemptOpen) return false;
  switch (input.policy) {
    case 'NEVER':
      return false;
    case 'AFTER_SUBMIT':
      return true;
    case 'AFTER_CLOSE':
      // With the grace: until then others may still be saving answers.
      return isOverdue(input.closesAt, input.now);
  }
}
