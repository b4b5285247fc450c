import { LRUCache } from 'lru-cache';
import type { Rule } from './rules.js';
import type { Count, SlidingWindow, WindowResult } from './sliding-window.js';
import type { Subject } from './subject.js';

const MAX_SUBJECTS = 50_000;

/** Sliding windows in this process: what holds while Redis is away. */
export class LocalWindow implements SlidingWindow {
  /** By subject, then by rule and part: times of the requests counted, oldest first. */
  private readonly subjects = new LRUCache<string, Map<string, number[]>>({ max: MAX_SUBJECTS });

  hit(counts: readonly Count[]): Promise<WindowResult> {
    const now = Date.now();
    const states = counts.map((count) => ({ count, hits: this.recent(count, now) }));
    const spent = states.find(({ count, hits }) => hits.length >= limitOf(count.rule));
    if (spent !== undefined) return Promise.resolve(resultOf(spent, now, false));
    for (const { hits } of states) hits.push(now);
    const closest = states.reduce((a, b) => (roomOf(a) <= roomOf(b) ? a : b));
    return Promise.resolve({
      ...resultOf(closest, now, true),
      refund: () => {
        for (const { hits } of states) {
          const index = hits.lastIndexOf(now);
          if (index !== -1) hits.splice(index, 1);
        }
        return Promise.resolve();
      },
    });
  }

  reset({ kind, id }: Subject): Promise<void> {
    this.subjects.delete(`${kind}:${id}`);
    return Promise.resolve();
  }

  private recent({ rule, subject, part = '' }: Count, now: number): number[] {
    const key = `${subject.kind}:${subject.id}`;
    const windows = this.subjects.get(key) ?? new Map<string, number[]>();
    this.subjects.set(key, windows);
    const hits = windows.get(`${rule.name}:${part}`) ?? [];
    windows.set(`${rule.name}:${part}`, hits);
    const begin = now - rule.windowSeconds * 1000;
    const firstRecent = hits.findIndex((at) => at > begin);
    hits.splice(0, firstRecent === -1 ? hits.length : firstRecent);
    return hits;
  }
}

interface State {
  count: Count;
  hits: number[];
}

function limitOf(rule: Rule): number {
  return rule.fallbackLimit ?? rule.limit;
}

function roomOf({ count, hits }: State): number {
  return limitOf(count.rule) - hits.length;
}

function resultOf({ count, hits }: State, now: number, allowed: boolean): WindowResult {
  const { rule } = count;
  return {
    allowed,
    count,
    limit: limitOf(rule),
    hits: hits.length,
    resetSeconds: ((hits[0] ?? now) + rule.windowSeconds * 1000 - now) / 1000,
    refund: () => Promise.resolve(),
  };
}
