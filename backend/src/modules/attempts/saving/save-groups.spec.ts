import { describe, expect, it } from 'vitest';
import { SaveGroups } from './save-groups.js';

interface Fake {
  key: string;
  seq: number;
}

const saves = (text: string): Fake[] =>
  text.split(' ').map((key, index) => ({ key, seq: index + 1 }));
const turn = () => new Promise((done) => setImmediate(done));

/** A table that takes everything, but for what a test makes of it. */
function setUp(over: Partial<ConstructorParameters<typeof SaveGroups<Fake, string>>[0]> = {}) {
  const applied: string[] = [];
  const name = ({ key, seq }: Fake) => `${key}${seq}`;
  const groups = new SaveGroups<Fake, string>({
    keyOf: ({ key }) => key,
    applyGroup: (group) => {
      applied.push(group.map(name).join(' '));
      return Promise.resolve(group.map(name));
    },
    applyAlone: (save) => {
      applied.push(`alone ${name(save)}`);
      return Promise.resolve(name(save));
    },
    worthAlone: () => true,
    isForAll: () => false,
    sizes: { maxItems: 10, maxGroups: 2 },
    maxAlone: 2,
    ...over,
  });
  return { applied, groups };
}

describe('saves that arrive together', () => {
  it('are applied as one group sorted by attempt, each told its own outcome', async () => {
    const { applied, groups } = setUp();
    const outcomes = await Promise.all(saves('c a b').map((save) => groups.add(save)));
    expect(applied).toEqual(['a2 b3 c1']);
    expect(outcomes).toEqual(['c1', 'a2', 'b3']);
  });

  it('hold an attempt at most once: a second save of it waits for its turn', async () => {
    const { applied, groups } = setUp();
    const outcomes = await Promise.all(saves('a a b a').map((save) => groups.add(save)));
    expect(applied).toEqual(['a1 b3', 'a2', 'a4']);
    expect(outcomes).toEqual(['a1', 'a2', 'b3', 'a4']);
  });

  it('are not made to wait one after another for a database that is away', async () => {
    const away = new Error('away');
    let tries = 0;
    const { groups } = setUp({
      applyGroup: () => {
        tries += 1;
        return Promise.reject(away);
      },
      worthAlone: () => false,
      isForAll: (error) => error === away,
    });
    const outcomes = await Promise.allSettled(saves('a a a a').map((save) => groups.add(save)));
    expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    expect(tries).toBe(1);
  });

  it('never have an attempt in two groups under way at once', async () => {
    const under: string[] = [];
    let most = 0;
    const { groups } = setUp({
      sizes: { maxItems: 1, maxGroups: 2 },
      applyGroup: async ([save]) => {
        under.push(save?.key ?? '');
        most = Math.max(most, under.filter((key) => key === save?.key).length);
        await turn();
        under.splice(under.indexOf(save?.key ?? ''), 1);
        return [''];
      },
    });
    await Promise.all(saves('a b a b a b').map((save) => groups.add(save)));
    expect(most).toBe(1);
  });
});

describe('a group that fails', () => {
  const failing = { applyGroup: () => Promise.reject(new Error('one of them is bad')) };

  it('has each of its saves tried alone, and only the bad one is refused', async () => {
    const { groups } = setUp({
      ...failing,
      applyAlone: ({ key }) =>
        key === 'b' ? Promise.reject(new Error('b is bad')) : Promise.resolve(key),
    });
    const outcomes = await Promise.allSettled(saves('a b c').map((save) => groups.add(save)));
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: 'a' },
      { status: 'rejected', reason: { message: 'b is bad' } },
      { status: 'fulfilled', value: 'c' },
    ]);
  });

  it('lets nobody wait for one that stays locked, in that group or a later one', async () => {
    let release = (_: string): void => undefined;
    const locked = new Promise<string>((resolve) => (release = resolve));
    let failures = 0;
    const { groups } = setUp({
      applyGroup: (group) => {
        if (!group.some(({ key }) => key === 'locked'))
          return Promise.resolve(group.map(({ key }) => key));
        failures += 1;
        return Promise.reject(new Error('lock timeout'));
      },
      applyAlone: ({ key }) => (key === 'locked' ? locked : Promise.resolve(key)),
    });
    const order: string[] = [];
    const add = (key: string) => groups.add({ key, seq: 1 }).then((outcome) => order.push(outcome));
    const both = [add('locked'), add('locked')];
    await Promise.all([add('a'), add('b')]);
    await add('c');
    expect(failures).toBe(1);
    release('locked');
    await Promise.all(both);
    expect(order).toEqual(['a', 'b', 'c', 'locked', 'locked']);
  });

  it('tries only so many alone at once', async () => {
    let under = 0;
    let most = 0;
    const { groups } = setUp({
      ...failing,
      applyAlone: async ({ key }) => {
        under += 1;
        most = Math.max(most, under);
        await turn();
        under -= 1;
        return key;
      },
    });
    await Promise.all(saves('a b c d e f').map((save) => groups.add(save)));
    expect(most).toBe(2);
  });

  it('is given up at once where trying alone would be in vain, and its attempts can be saved again', async () => {
    let silent = true;
    const { groups, applied } = setUp({
      applyGroup: (group) =>
        silent ? Promise.reject(new Error('no answer')) : Promise.resolve(group.map(() => 'saved')),
      worthAlone: () => false,
    });
    const outcomes = await Promise.allSettled(saves('a b').map((save) => groups.add(save)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(applied).toEqual([]);
    silent = false;
    expect(await groups.add({ key: 'a', seq: 2 })).toBe('saved');
  });
});
