import { LRUCache } from 'lru-cache';

interface Entry<T> {
  value: Promise<T>;
  staleAt: number;
}

/**
 * Remembers for a moment what was looked up by key, so that a burst of requests costs one look-up.
 * Bounded: the one unused longest goes first. A failed look-up is not remembered.
 */
export class ShortMemo<T> {
  private readonly entries: LRUCache<string, Entry<T>>;

  /**
   * @param ttlMs age at which an answer is looked up anew, counted from before the look-up
   * @param maxEntries how many keys are kept
   * @param now a clock in milliseconds that never goes back
   */
  constructor(
    private readonly ttlMs: number,
    maxEntries: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.entries = new LRUCache({ max: maxEntries });
  }

  /** The remembered value, or the one look-up under way, or a new one. */
  get(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.entries.get(key);
    if (known && this.now() < known.staleAt) return known.value;
    const entry = this.start(key, load);
    this.entries.set(key, entry);
    return entry.value;
  }

  forget(key: string): void {
    this.entries.delete(key);
  }

  private start(key: string, load: () => Promise<T>): Entry<T> {
    const entry = { staleAt: this.now() + this.ttlMs, value: load() };
    entry.value.catch(() => {
      if (this.entries.peek(key) === entry) this.entries.delete(key);
    });
    return entry;
  }
}
