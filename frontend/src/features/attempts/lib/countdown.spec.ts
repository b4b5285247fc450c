import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  anchorTime,
  clockText,
  markPassed,
  recallTime,
  rememberTime,
  secondsLeft,
} from './countdown';

describe('the time left', () => {
  it('runs down from the server’s word by monotonic time and stops at zero', () => {
    const anchor = { remainingSeconds: 90, atMs: 1_000, verified: true };
    expect(secondsLeft(anchor, 1_000)).toBe(90);
    expect(secondsLeft(anchor, 31_500)).toBe(59.5);
    expect(secondsLeft(anchor, 500_000)).toBe(0);
  });

  it('is told at 5 minutes and at 1 minute, once each, also when a reading was skipped', () => {
    expect(markPassed(301, 300)).toBe(true);
    expect(markPassed(300, 299)).toBe(false);
    expect(markPassed(400, 20)).toBe(true);
    expect(markPassed(61, 60)).toBe(true);
    expect(markPassed(10, 0)).toBe(false);
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

describe('time kept on the device', () => {
  const kept = { remainingSeconds: 600, wallMs: Date.UTC(2030, 0, 1, 10) };
  const recalledAt = (wallMs: number) => {
    vi.setSystemTime(wallMs);
    return recallTime(kept);
  };
  afterEach(() => vi.useRealTimers());

  it('has gone on while the browser was closed, and is known to be unverified', () => {
    vi.useFakeTimers();
    const anchor = recalledAt(kept.wallMs + 90_000);
    expect(secondsLeft(anchor, performance.now())).toBe(510);
    expect(anchor.verified).toBe(false);
    expect(secondsLeft(recalledAt(kept.wallMs + 86_400_000), performance.now())).toBe(0);
  });

  it('never grows by a clock that was set back', () => {
    vi.useFakeTimers();
    expect(secondsLeft(recalledAt(kept.wallMs - 86_400_000), performance.now())).toBe(600);
  });

  it('is what was left at the moment of keeping, not at the server’s last word', () => {
    vi.useFakeTimers();
    const anchor = anchorTime(600, performance.now());
    vi.advanceTimersByTime(30_000);
    expect(rememberTime(anchor)).toEqual({ remainingSeconds: 570, wallMs: Date.now() });
  });

  it('counts half of the way there and back as gone when the server’s answer arrives', () => {
    vi.useFakeTimers();
    const askedMs = performance.now();
    vi.advanceTimersByTime(4_000);
    expect(secondsLeft(anchorTime(600, askedMs), performance.now())).toBe(598);
  });
});
