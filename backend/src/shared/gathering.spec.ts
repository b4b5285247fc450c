import { describe, expect, it } from 'vitest';
import { Gathering } from './gathering.js';

/** Records the groups it is given; each ends when the test says so. */
class Groups {
  readonly seen: number[][] = [];
  private readonly ends: (() => void)[] = [];

  readonly run = async (items: readonly number[]): Promise<number[]> => {
    this.seen.push([...items]);
    await new Promise<void>((end) => this.ends.push(end));
    return items.map((item) => item * 10);
  };

  end(): void {
    this.ends.shift()?.();
  }
}

const turn = () => new Promise((done) => setImmediate(done));

describe('gathering', () => {
  it('makes one group of what arrives in one turn, and tells each its own outcome', async () => {
    const groups = new Groups();
    const gathering = new Gathering({ run: groups.run, maxItems: 10, maxGroups: 2 });
    const outcomes = Promise.all([1, 2, 3].map((item) => gathering.add(item)));
    await turn();
    expect(groups.seen).toEqual([[1, 2, 3]]);
    groups.end();
    expect(await outcomes).toEqual([10, 20, 30]);
  });

  it('gathers while as many groups are under way as may be, and goes on when one ends', async () => {
    const groups = new Groups();
    const gathering = new Gathering({ run: groups.run, maxItems: 10, maxGroups: 1 });
    const first = gathering.add(1);
    await turn();
    const later = [gathering.add(2), gathering.add(3)];
    await turn();
    expect(groups.seen).toEqual([[1]]);
    groups.end();
    await first;
    await turn();
    expect(groups.seen).toEqual([[1], [2, 3]]);
    groups.end();
    expect(await Promise.all(later)).toEqual([20, 30]);
  });

  it('starts further groups when there are more than fit into one', async () => {
    const groups = new Groups();
    const gathering = new Gathering({ run: groups.run, maxItems: 2, maxGroups: 2 });
    const outcomes = Promise.all([1, 2, 3, 4, 5].map((item) => gathering.add(item)));
    await turn();
    await turn();
    expect(groups.seen).toEqual([
      [1, 2],
      [3, 4],
    ]);
    groups.end();
    await turn();
    await turn();
    expect(groups.seen[2]).toEqual([5]);
    groups.end();
    groups.end();
    expect(await outcomes).toEqual([10, 20, 30, 40, 50]);
  });

  it('makes groups of the usual size, and larger ones when many wait', async () => {
    const groups = new Groups();
    const sizes = { usualItems: 2, maxItems: 5, maxGroups: 1 };
    const gathering = new Gathering({ run: groups.run, ...sizes });
    const items = Array.from({ length: 15 }, (_, item) => item);
    const outcomes = Promise.all(items.map((item) => gathering.add(item)));
    for (let group = 1; group <= 4; group += 1) {
      await turn();
      expect(groups.seen).toHaveLength(group);
      groups.end();
      await turn();
    }
    expect(groups.seen.map(({ length }) => length)).toEqual([5, 5, 3, 2]);
    await outcomes;
  });

  it('tells all of a group of its failure, and serves those who come after', async () => {
    let broken = true;
    const run = (items: readonly number[]) =>
      broken ? Promise.reject(new Error('broken')) : Promise.resolve([...items]);
    const gathering = new Gathering({ run, maxItems: 10, maxGroups: 1 });
    const outcomes = await Promise.allSettled([gathering.add(1), gathering.add(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await gathering.add(3)).toBe(3);
  });

  it('holds nobody up for an outcome that is still to come', async () => {
    const never = new Promise<number>(() => undefined);
    const run = (items: readonly number[]) =>
      Promise.resolve(items.map((item) => (item === 1 ? never : item)));
    const gathering = new Gathering({ run, maxItems: 10, maxGroups: 1 });
    void gathering.add(1);
    expect(await gathering.add(2)).toBe(2);
    expect(await gathering.add(3)).toBe(3);
  });
});
