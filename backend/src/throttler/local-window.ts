import type { SlidingWindow, WindowLimit, WindowResult } from './sliding-window.js';

const MAX_KEYS = 50_000;

/** Sliding windows in this process: what holds while Redis is away. */
export class LocalWindow implements SlidingWindow {
  private readonly hitsByKey = new Map<string, number[]>();

  hit(limits: readonly WindowLimit[]): Promise<WindowResult> {
    const now = Date.now();
    const states = limits.map((limit) => ({ limit, hits: this.recent(limit, now) }));
    const spent = states.find(({ limit, hits }) => hits.length >= effectiveLimit(limit));
    if (spent !== undefined) {
      const oldest = spent.hits[0] ?? now;
      const retryAfterSeconds = (oldest + spent.limit.windowSeconds * 1000 - now) / 1000;
      return Promise.resolve({
        allowed: false,
        limit: spent.limit,
        hits: spent.hits.length,
        retryAfterSeconds,
        refund: () => Promise.resolve(),
      });
    }
    for (const { hits } of states) hits.push(now);
    const closest = states.reduce((a, b) =>
      effectiveLimit(a.limit) - a.hits.length <= effectiveLimit(b.limit) - b.hits.length ? a : b,
    );
    return Promise.resolve({
      allowed: true,
      limit: closest.limit,
      hits: closest.hits.length,
      retryAfterSeconds: 0,
      refund: () => {
        for (const { hits } of states) hits.splice(hits.indexOf(now), hits.includes(now) ? 1 : 0);
        return Promise.resolve();
      },
    });
  }

  private recent(limit: WindowLimit, now: number): number[] {
    const begin = now - limit.windowSeconds * 1000;
    const hits = this.hitsByKey.get(limit.key) ?? [];
    const firstRecent = hits.findIndex((at) => at > begin);
    hits.splice(0, firstRecent === -1 ? hits.length : firstRecent);
    this.hitsByKey.delete(limit.key);
    this.hitsByKey.set(limit.key, hits);
    if (this.hitsByKey.size > MAX_KEYS) {
      const oldestKey = this.hitsByKey.keys().next().value;
      if (oldestKey !== undefined) this.hitsByKey.delete(oldestKey);
    }
    return hits;
  }
}

function effectiveLimit(limit: WindowLimit): number {
  return limit.fallbackLimit ?? limit.limit;
}
