import { describe, expect, it } from 'vitest';
import { SaveSchedule } from './save-schedule';

const BURST = 5;
const REFILL_MS = 10_000;

/** The limit of the server: five saves at once, then one in ten seconds. */
class ServerLimit {
  private fullAt = 0;

  save(now: number): void {
    expect(Math.max(0, this.fullAt - now)).toBeLessThanOrEqual((BURST - 1) * REFILL_MS);
    this.fullAt = Math.max(now, this.fullAt) + REFILL_MS;
  }
}

/** Lets a student change something every so often for ten minutes, and leave now and then. */
function sit(changeEveryMs: number, leaveEveryMs: number | null): number[] {
  const schedule = new SaveSchedule(() => 0.5);
  const limit = new ServerLimit();
  const saves: number[] = [];
  const save = (now: number) => {
    limit.save(now);
    saves.push(now);
    schedule.take();
    schedule.succeeded(now, false);
  };
  for (let now = 0; now < 600_000; now += 500) {
    if (now % changeEveryMs === 0) schedule.answerChanged(now);
    if (leaveEveryMs !== null && now % leaveEveryMs === 0) schedule.hurry(now, null);
    const dueAt = schedule.nextAt();
    if (dueAt !== null && dueAt <= now) save(now);
  }
  return saves;
}

describe('the rhythm of saves', () => {
  it.each([2_000, 3_000, 4_500, 11_000])(
    'never meets the limit of the server when something is changed every %i ms',
    (every) => {
      const saves = sit(every, null);
      expect(saves.length).toBeGreaterThanOrEqual(50);
    },
  );

  it('never meets it when the page is left every minute as well', () => {
    expect(sit(3_000, 60_000).length).toBeGreaterThanOrEqual(50);
  });

  it('is 2 s after a change for who answers now and then', () => {
    const schedule = new SaveSchedule(() => 0.5);
    for (let minute = 0; minute < 5; minute += 1) {
      const now = minute * 60_000;
      schedule.answerChanged(now);
      expect(schedule.nextAt()).toBe(now + 2_000);
      schedule.take();
      schedule.succeeded(now + 2_000, false);
    }
  });

  it('waits for nothing when the page is left', () => {
    const schedule = new SaveSchedule(() => 0.5);
    for (let save = 0; save < 3; save += 1) schedule.succeeded(1_000, false);
    schedule.answerChanged(2_000);
    expect(schedule.nextAt()).toBeGreaterThan(10_000);
    schedule.hurry(2_000, null);
    expect(schedule.nextAt()).toBeLessThanOrEqual(2_000);
  });
});
