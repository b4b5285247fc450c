interface Entry<T> {
  value: Promise<T>;
  staleAt: number;
}

/**
 * Remembers for a moment what was looked up by key, so that a burst of requests costs one look-up.
 * Bounded: the one unused longest goes first. A failed look-up is not remembered.
 */
export class ShortMemo<T> {
  private readonly entries = new Map<string, Entry<T>>();

  /**
   * @param ttlMs age at which an answer is looked up anew, counted from before the look-up
   * @param maxEntries how many keys are kept
   * @param now a clock in milliseconds that never goes back
   */
  constructor(
    private readonly ttlMs: number,
    private readonly maxEntries: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The remembered value, or the one look-up under way, or a new one. */
  get(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.entries.get(key);
    this.entries.delete(key);
    const entry = known && this.now() < known.staleAt ? known : this.start(key, load);
    this.entries.set(key, entry);
    this.dropOldest();
    return entry.value;
  }

  forget(key: string): void {
    this.entries.delete(key);
  }

  private start(key: string, load: () => Promise<T>): Entry<T> {
    const entry = { staleAt: this.now() + this.ttlMs, value: load() };
    entry.value.catch(() => {
      if (this.entries.get(key) === entry) this.entries.delete(key);
    });
    return entry;
  }

  private dropOldest(): void {
    if (this.entries.size <= this.maxEntries) return;
    for (const oldest of this.entries.keys()) {
      this.entries.delete(oldest);
      return;
    }
  }
}
