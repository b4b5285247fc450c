const HOUR_SECONDS = 3600;

/**
 * Seconds until another batch may be begun; 0 when it may be now. `agesSeconds`: of the batches of the last hour,
 * oldest first; a file uploaded alone is a batch. `limit`: batches an hour.
 */
export function secondsUntilBatch(agesSeconds: readonly number[], limit: number): number {
  if (agesSeconds.length < limit) return 0;
  const lastToLeave = agesSeconds[agesSeconds.length - limit] ?? 0;
  return Math.max(1, Math.ceil(HOUR_SECONDS - lastToLeave));
}
