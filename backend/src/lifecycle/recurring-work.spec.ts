import { describe, expect, it } from 'vitest';
import { RecurringWork } from './recurring-work.js';

describe('recurring work', () => {
  it('is done again after each time, one time after another', async () => {
    let times = 0;
    let atOnce = 0;
    const thrice = Promise.withResolvers<void>();
    const work = new RecurringWork(async () => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      await new Promise((next) => setImmediate(next));
      atOnce -= 1;
      times += 1;
      if (times === 3) thrice.resolve();
      return 0;
    });
    work.start();
    await thrice.promise;
    await work.stop();
  });

  it('that is stopped is told so, waited for, and never begun again', async () => {
    let times = 0;
    const begun = Promise.withResolvers<void>();
    const work = new RecurringWork(async (signal) => {
      times += 1;
      begun.resolve();
      await new Promise((told) => signal.addEventListener('abort', told));
      return 0;
    });
    work.start();
    await begun.promise;
    await work.stop();
    await new Promise((next) => setImmediate(next));
    expect(times).toBe(1);
  });

  it('that is stopped before it began never begins', async () => {
    const work = new RecurringWork(() => Promise.reject(new Error('it began')));
    work.start();
    await work.stop();
  });
});
