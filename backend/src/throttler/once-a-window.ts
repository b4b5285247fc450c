import { LRUCache } from 'lru-cache';

const MAX_KEYS = 10_000;

/** Says yes to each key once in so many seconds. */
export class OnceAWindow {
  private readonly saidUntil = new LRUCache<string, number>({ max: MAX_KEYS });

  isFirst(key: string, windowSeconds: number): boolean {
    const now = performance.now();
    if (now < (this.saidUntil.get(key) ?? 0)) return false;
    this.saidUntil.set(key, now + windowSeconds * 1000);
    return true;
  }
}
