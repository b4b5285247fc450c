import { describe, expect, it } from 'vitest';
import { allowedSeconds, isOverdue, remainingSeconds } from './deadline.js';

const noon = new Date('2026-01-01T12:00:00.000Z');
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

describe('the deadline of an attempt', () => {
  it('is later by the extra time a student was given, rounded in the favour of the student', () => {
    expect(allowedSeconds(600, 0)).toBe(600);
    expect(allowedSeconds(600, 25)).toBe(750);
    expect(allowedSeconds(601, 25)).toBe(752);
    expect(allowedSeconds(null, 25)).toBeNull();
  });

  it('is never made earlier by extra time', () => {
    expect(allowedSeconds(600, -50)).toBe(600);
  });

  it('leaves whole seconds, never fewer than none', () => {
    expect(remainingSeconds(after(90.9), noon)).toBe(90);
    expect(remainingSeconds(after(-5), noon)).toBe(0);
    expect(remainingSeconds(null, noon)).toBeNull();
  });

  it('is overdue only once its grace has passed', () => {
    expect(isOverdue(noon, after(14.999))).toBe(false);
    expect(isOverdue(noon, after(15))).toBe(true);
    expect(isOverdue(null, after(1e9))).toBe(false);
  });
});
