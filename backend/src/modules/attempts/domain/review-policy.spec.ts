import { describe, expect, it } from 'vitest';
import { reviewAllowed } from './review-policy.js';

const closesAt = new Date('2026-01-01T12:00:00.000Z');
const later = (seconds: number) => new Date(closesAt.getTime() + seconds * 1000);
const closed = { attemptOpen: false, closesAt, offlineGraceSeconds: 0, now: later(-60) };

describe('the review of an attempt', () => {
  it.each(['NEVER', 'AFTER_SUBMIT', 'AFTER_CLOSE'] as const)(
    'is never shown while the attempt is open (%s)',
    (policy) => {
      expect(reviewAllowed({ ...closed, policy, attemptOpen: true, now: later(1e6) })).toBe(false);
    },
  );

  it('is shown once submitted, where the quiz says so', () => {
    expect(reviewAllowed({ ...closed, policy: 'AFTER_SUBMIT' })).toBe(true);
  });

  it('is never shown where the quiz says never', () => {
    expect(reviewAllowed({ ...closed, policy: 'NEVER', now: later(1e6) })).toBe(false);
  });

  it('waits until nobody can save any more, where it is shown after closing', () => {
    const policy = 'AFTER_CLOSE';
    expect(reviewAllowed({ ...closed, policy })).toBe(false);
    expect(reviewAllowed({ ...closed, policy, now: later(14) })).toBe(false);
    expect(reviewAllowed({ ...closed, policy, now: later(15) })).toBe(true);
    expect(reviewAllowed({ ...closed, policy, closesAt: null })).toBe(false);
  });

  it('waits as well for those who are offline, while their answers may still count', () => {
    const graceful = { ...closed, policy: 'AFTER_CLOSE', offlineGraceSeconds: 600 } as const;
    expect(reviewAllowed({ ...graceful, now: later(599) })).toBe(false);
    expect(reviewAllowed({ ...graceful, now: later(600) })).toBe(true);
  });
});
