/** Bounds of the buckets in milliseconds: each a quarter above the one before, from 0.05 to about 370. */
const BOUNDS = Array.from({ length: 41 }, (_, index) => 0.05 * 1.25 ** index);

/** The number of the bucket that a latency falls into; what is longer than the last bound is in the last. */
export function bucketOf(milliseconds: number): number {
  const index = BOUNDS.findIndex((bound) => milliseconds <= bound);
  return index === -1 ? BOUNDS.length - 1 : index;
}

/**
 * The latency in milliseconds that `share` (0–1) of all are not above, as exact as the buckets are (a quarter); null
 * without any. `counts` is by number of bucket.
 */
export function percentile(counts: ReadonlyMap<number, number>, share: number): number | null {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let seen = 0;
  const index = BOUNDS.findIndex((_, bucket) => {
    seen += counts.get(bucket) ?? 0;
    return seen >= total * share;
  });
  return Math.round((BOUNDS[index] ?? 0) * 100) / 100;
}
