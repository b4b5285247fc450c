import { describe, expect, it } from 'vitest';
import { isOver, paused, resumed, secondsLeft, withExtraTime } from './attempt-clock.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000);
const running = (deadlineAt: Date | null) => ({
  deadlineAt,
  pausedAt: null,
  pausedBy: null,
  pausedDeadline: null,
});
const stop = (now: number, notBeyond: Date | null = null) => ({
  by: 'them',
  now: at(now),
  notBeyond,
});

describe('the clock of an attempt', () => {
  it('stands still in a pause, however long, and goes on with what was left', () => {
    const still = paused(running(at(600)), stop(100));
    expect(still.deadlineAt).toBeNull();
    expect(secondsLeft(still, at(5000))).toBe(500);
    expect(isOver(still, at(5000))).toBe(false);
    const again = resumed(still, at(5000));
    expect(again).toEqual(running(at(5500)));
  });

  it('takes extra time in a pause as well as while it runs', () => {
    expect(withExtraTime(running(at(600)), 300)).toEqual(running(at(900)));
    const still = paused(running(at(600)), stop(100));
    const longer = withExtraTime(still, 300);
    expect(longer && secondsLeft(longer, at(9000))).toBe(800);
  });

  it('without a limit has none after a pause either, and no extra time', () => {
    const still = paused(running(null), stop(100));
    expect(secondsLeft(still, at(200))).toBeNull();
    expect(resumed(still, at(200))).toEqual(running(null));
    expect(withExtraTime(running(null), 60)).toBeNull();
    expect(withExtraTime(still, 60)).toBeNull();
  });

  it('stopped by the student ends with the quiz at the latest', () => {
    const still = paused(running(at(600)), stop(100, at(1000)));
    expect(still.deadlineAt).toEqual(at(1000));
    expect(resumed(still, at(300)).deadlineAt).toEqual(at(800));
    expect(resumed(still, at(900)).deadlineAt).toEqual(at(1000));
  });

  it('has its extra time also where the student stopped it', () => {
    const still = withExtraTime(paused(running(at(600)), stop(100, at(1000))), 300);
    expect(still && resumed(still, at(900)).deadlineAt).toEqual(at(1300));
  });

  it('taken over by staff is no longer bound to the closing time', () => {
    const own = paused(running(at(600)), stop(100, at(1000)));
    const theirs = paused(own, { ...stop(200), by: 'staff' });
    expect(theirs).toMatchObject({ pausedBy: 'staff', pausedAt: at(100), deadlineAt: null });
    expect(resumed(theirs, at(2000)).deadlineAt).toEqual(at(2500));
  });
});
