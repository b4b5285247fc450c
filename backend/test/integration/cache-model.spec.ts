import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOwnRedis, type OwnRedis } from '../../scripts/lib/test-services.mjs';
import { gate, lists, pages, Shelf } from '../support/shelf.js';

/** What may happen to a few pages and to a list of all of them, by either of two processes. */
type Step =
  | { kind: 'read' | 'slow-read' | 'change' | 'evict'; process: 0 | 1; page: number }
  | { kind: 'read-list'; process: 0 | 1 }
  | { kind: 'freeze' | 'thaw' | 'restart-process' };

const process = fc.constantFrom(0 as const, 1 as const);
const page = fc.nat({ max: 2 });
const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('read' as const), process, page }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('slow-read' as const), process, page }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('change' as const), process, page }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read-list' as const), process }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('evict' as const), process, page }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('freeze' as const, 'thaw' as const, 'restart-process' as const),
    }),
  },
);

let redis: OwnRedis;
beforeAll(async () => {
  redis = await startOwnRedis();
});
afterAll(() => redis.stop());

/** Two processes in front of one table: the truth, to which every answer is held. */
class World {
  readonly names: readonly string[] = [randomUUID(), randomUUID(), randomUUID()];
  readonly list: string = randomUUID();
  private readonly table: Map<string, number> = new Map(this.names.map((name) => [name, 0]));
  private readonly shelves = [new Shelf(redis.url), new Shelf(redis.url)];
  private readonly slow: { open: () => void; read: Promise<unknown> }[] = [];
  private frozen = false;
  private wasFrozen = false;

  async ready(): Promise<void> {
    for (const shelf of this.shelves) await shelf.keeps();
  }

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'read':
        return this.read(step.process, this.name(step.page));
      case 'slow-read':
        return this.beginSlowRead(step.process, this.name(step.page));
      case 'change':
        return this.change(step.process, this.name(step.page));
      case 'read-list':
        return this.readList(step.process);
      case 'evict':
        return this.evict(step.process, this.name(step.page));
      case 'freeze':
        return this.freeze();
      case 'thaw':
        return this.thaw();
      case 'restart-process':
        return this.restart();
    }
  }

  async end(): Promise<void> {
    this.thaw();
    for (const { open, read } of this.slow) {
      open();
      await read;
    }
    for (const shelf of this.shelves) await shelf.keeps();
    for (const process of [0, 1] as const) {
      for (const name of this.names) await this.read(process, name);
      await this.readList(process);
    }
    for (const shelf of this.shelves) shelf.die();
  }

  private name(page: number): string {
    return this.names[page] ?? '';
  }

  private shelf(process: 0 | 1): Shelf {
    const shelf = this.shelves[process];
    if (shelf === undefined) throw new Error('there are two');
    return shelf;
  }

  private text(name: string): string {
    return `${name} ${this.table.get(name)}`;
  }

  private whole(): string {
    return this.names.map((name) => this.text(name)).join();
  }

  private async read(process: 0 | 1, name: string): Promise<void> {
    const load = () => Promise.resolve(this.text(name));
    expect(await this.shelf(process).read(load, name)).toBe(this.text(name));
  }

  private async readList(process: 0 | 1): Promise<void> {
    const { cache } = this.shelf(process);
    const load = () => Promise.resolve(this.whole());
    expect(await cache.getOrSet(lists, this.list, load)).toBe(this.whole());
  }

  /** Reads the table now and goes on when it is let: what it would store may be old by then. */
  private async beginSlowRead(process: 0 | 1, name: string): Promise<void> {
    const { passed, open } = gate();
    const begun = gate();
    const load = async () => {
      const text = this.text(name);
      begun.open();
      await passed;
      return text;
    };
    const read = this.shelf(process).cache.getOrSet(pages, name, load);
    this.slow.push({ open, read });
    await Promise.race([begun.passed, read]);
    if (this.slow.length > 2) {
      const first = this.slow.shift();
      first?.open();
      await first?.read;
    }
    // Nobody may wait for it from now on.
    await this.change(process, name);
  }

  private async change(process: 0 | 1, name: string): Promise<void> {
    this.table.set(name, (this.table.get(name) ?? 0) + 1);
    await this.shelf(process).changes.announce('quiz', name);
    // The other process knows of it once Redis does, or once it has itself noticed that Redis is away.
    if (this.frozen) await this.shelf(process === 0 ? 1 : 0).changes.announce('quiz', name);
  }

  private async evict(process: 0 | 1, name: string): Promise<void> {
    const { store } = this.shelf(process);
    await store.ask((client) => client.del(store.keyOf(`mark:quiz:${name}`)));
  }

  /** Once: a server that keeps failing is left alone ever longer, which takes time and proves nothing more. */
  private freeze(): void {
    if (this.wasFrozen) return;
    redis.freeze();
    this.frozen = this.wasFrozen = true;
  }

  private thaw(): void {
    if (this.frozen) redis.thaw();
    this.frozen = false;
  }

  private restart(): void {
    this.shelf(0).die();
    this.shelves[0] = new Shelf(redis.url);
  }
}

describe('whatever happens in whatever order', () => {
  it('no answer is older than the last change that was announced before it was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, { minLength: 5, maxLength: 25 }), async (steps) => {
        const world = new World();
        await world.ready();
        try {
          for (const step of steps) await world.take(step);
        } finally {
          await world.end();
        }
      }),
      { numRuns: 40, interruptAfterTimeLimit: 6_000 },
    );
  });
});
