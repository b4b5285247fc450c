import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Turns } from './turns.js';

const away = new Error('away');

/** Work that says when it begins, and ends when told to. */
function setUp() {
  const turns = new Turns((error) => error === away);
  const begun: string[] = [];
  const start = (key: string, name: string) => {
    const work = Promise.withResolvers<string>();
    const done = turns.run(key, () => {
      begun.push(name);
      return work.promise;
    });
    // Some fail before anybody looks.
    done.catch(() => undefined);
    return { done, end: () => work.resolve(name), fail: (error: Error) => work.reject(error) };
  };
  return { begun, start };
}

describe('turns', () => {
  it('are one after another for one key, in order, and side by side for others', async () => {
    const { begun, start } = setUp();
    const [first, second, third] = [start('a', 'a1'), start('a', 'a2'), start('a', 'a3')];
    start('b', 'b1');
    await setImmediate();
    expect(begun).toEqual(['a1', 'b1']);
    first.end();
    expect(await first.done).toBe('a1');
    await setImmediate();
    expect(begun).toEqual(['a1', 'b1', 'a2']);
    second.end();
    third.end();
    expect(await third.done).toBe('a3');
  });

  it('go on after one has failed, and begin anew when none is left', async () => {
    const { begun, start } = setUp();
    const [first, second] = [start('a', 'a1'), start('a', 'a2')];
    first.fail(new Error('its own'));
    await expect(first.done).rejects.toThrow('its own');
    second.end();
    expect(await second.done).toBe('a2');
    start('a', 'a3');
    await setImmediate();
    expect(begun).toEqual(['a1', 'a2', 'a3']);
  });

  it('are told at once of what fails everybody, and work again afterwards', async () => {
    const { begun, start } = setUp();
    const [first, second, third] = [start('a', 'a1'), start('a', 'a2'), start('a', 'a3')];
    first.fail(away);
    for (const { done } of [first, second, third]) await expect(done).rejects.toBe(away);
    expect(begun).toEqual(['a1']);
    const later = start('a', 'a4');
    later.end();
    expect(await later.done).toBe('a4');
  });
});
