export interface GroupSizes {
  /** How many items a group has at most. */
  maxItems: number;
  /**
   * What it has at most as long as few wait (otherwise `maxItems`): small groups that take turns leave nobody idle.
   * In a rush each takes half of those waiting.
   */
  usualItems?: number;
  /** How many groups are under way at once. */
  maxGroups: number;
}

export interface GatheringOptions<I, O> extends GroupSizes {
  /**
   * Does the work of a group at once: one outcome an item, in their order. An outcome may be a promise, told
   * to its caller when it settles without holding up the next group. When it throws, so does every `add`.
   */
  run: (items: readonly I[]) => Promise<readonly (O | Promise<O>)[]>;
}

interface Waiting<I, O> {
  item: I;
  resolve: (outcome: O | Promise<O>) => void;
  reject: (reason: unknown) => void;
}

/**
 * Makes groups of what arrives together: nobody waits for company, but while as many groups are under way as
 * may be, the next one gathers. One at a time costs what it did; a rush costs a fraction.
 */
export class Gathering<I, O> {
  private waiting: Waiting<I, O>[] = [];
  private groups = 0;
  private startsSoon = false;

  constructor(private readonly options: GatheringOptions<I, O>) {}

  /** The outcome of one item; rejects with what failed its group or itself. */
  add(item: I): Promise<O> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.startSoon();
    });
  }

  /** After all requests that were read in this turn of the event loop: they arrived together. */
  private startSoon(): void {
    if (this.startsSoon || this.groups >= this.options.maxGroups) return;
    this.startsSoon = true;
    setImmediate(() => {
      this.startsSoon = false;
      void this.runGroup(this.waiting.splice(0, this.sizeOfNext()));
      if (this.waiting.length > 0) this.startSoon();
    });
  }

  private sizeOfNext(): number {
    const { maxItems, usualItems = maxItems } = this.options;
    return Math.min(maxItems, Math.max(usualItems, Math.ceil(this.waiting.length / 2)));
  }

  private async runGroup(group: readonly Waiting<I, O>[]): Promise<void> {
    this.groups += 1;
    try {
      const outcomes = await this.options.run(group.map(({ item }) => item));
      if (outcomes.length !== group.length)
        throw new Error('a group needs an outcome for each item');
      for (const [index, { resolve }] of group.entries())
        resolve(outcomes[index] as O | Promise<O>);
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      this.groups -= 1;
      if (this.waiting.length > 0) this.startSoon();
    }
  }
}
