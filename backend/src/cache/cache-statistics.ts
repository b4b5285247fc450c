import { bucketOf, percentile } from './latency-buckets.js';

export const COUNTED = ['hits', 'misses', 'sets', 'deletes', 'errors'] as const;
export type Counted = (typeof COUNTED)[number];
export type Counts = Record<Counted, number>;

/** Numbers by field, as Redis adds them up: `count:<what>:<family>` and `latency:<bucket>`. */
export type Tally = Map<string, number>;

/** What the tallies of any number of processes say together. */
export interface CacheFigures {
  families: Map<string, Counts>;
  latencyMs: { p50: number | null; p95: number | null };
}

export function noCounts(): Counts {
  return { hits: 0, misses: 0, sets: 0, deletes: 0, errors: 0 };
}

/** Counts one of what happened to a family. */
export function count(tally: Tally, what: Counted, family: string): void {
  add(tally, `count:${what}:${family}`, 1);
}

/** Counts one question to Redis. */
export function countLatency(tally: Tally, milliseconds: number): void {
  add(tally, `latency:${bucketOf(milliseconds)}`, 1);
}

export function add(tally: Tally, field: string, number: number): void {
  tally.set(field, (tally.get(field) ?? 0) + number);
}

/** Reads a tally; fields it does not know are passed over. */
export function readTally(tally: Tally): CacheFigures {
  const families = new Map<string, Counts>();
  const latencies = new Map<number, number>();
  for (const [field, number] of tally) {
    const [kind, what = '', ...rest] = field.split(':');
    if (kind === 'latency') latencies.set(Number(what), number);
    const counted = COUNTED.find((name) => name === what);
    if (kind !== 'count' || counted === undefined) continue;
    const counts = families.get(rest.join(':')) ?? noCounts();
    counts[counted] = number;
    families.set(rest.join(':'), counts);
  }
  const latencyMs = { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) };
  return { families, latencyMs };
}

/** The share of reads that found a value; null while nothing was read. */
export function hitRate({ hits, misses }: Pick<Counts, 'hits' | 'misses'>): number | null {
  const reads = hits + misses;
  return reads === 0 ? null : hits / reads;
}
