import { describe, expect, it } from 'vitest';
import { Semaphore } from './semaphore.js';

describe('the semaphore', () => {
  it('never runs more than it permits, and runs all in the order of arrival', async () => {
    const semaphore = new Semaphore(2, 100);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        semaphore.run(async () => {
          started.push(index);
          most = Math.max(most, ++running);
          await new Promise(setImmediate);
          running -= 1;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(started).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('gives its permit back when the work fails', async () => {
    const semaphore = new Semaphore(1, 100);
    await expect(semaphore.run(() => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    expect(await semaphore.run(() => Promise.resolve('next'))).toBe('next');
  });

  it('is full when all permits and all waiting places are taken', async () => {
    const semaphore = new Semaphore(1, 1);
    const first = Promise.withResolvers<void>();
    const running = semaphore.run(() => first.promise);
    expect(semaphore.isFull).toBe(false);
    const waiting = semaphore.run(() => Promise.resolve());
    expect(semaphore.isFull).toBe(true);
    first.resolve();
    await Promise.all([running, waiting]);
    expect(semaphore.isFull).toBe(false);
  });
});
