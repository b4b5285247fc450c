import { describe, expect, it } from 'vitest';
import { clockText, markPassed, secondsLeft } from './countdown';

describe('the time left', () => {
  it('runs down from the server’s word by monotonic time and stops at zero', () => {
    const anchor = { remainingSeconds: 90, atMs: 1_000 };
    expect(secondsLeft(anchor, 1_000)).toBe(90);
    expect(secondsLeft(anchor, 31_500)).toBe(59.5);
    expect(secondsLeft(anchor, 500_000)).toBe(0);
  });

  it('is told at 5 minutes and at 1 minute, once each, also when a reading was skipped', () => {
    expect(markPassed(301, 300)).toBe(5);
    expect(markPassed(300, 299)).toBeNull();
    expect(markPassed(400, 20)).toBe(1);
    expect(markPassed(61, 60)).toBe(1);
    expect(markPassed(10, 0)).toBeNull();
  });

  it.each([
    [0, '0:00'],
    [0.2, '0:01'],
    [59.1, '1:00'],
    [3_599, '59:59'],
    [3_723, '1:02:03'],
  ])('shows %d seconds as %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });
});
