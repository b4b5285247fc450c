/** Uploads at most so long after the one before belong to one batch: a drop of many files, or a few in a row. */
const BATCH_GAP_SECONDS = 60;
/** A batch of more files counts as several. */
const FILES_PER_BATCH = 50;
const HOUR_SECONDS = 3600;

/**
 * Seconds until the owner may upload another file; 0 when it may be now. `agesSeconds`: of the owner's uploads of the
 * last hour, oldest first. `limit`: batches an hour.
 */
export function secondsUntilUpload(agesSeconds: readonly number[], limit: number): number {
  const batches = batchesOf([...agesSeconds, 0]);
  if (batches.length <= limit) return 0;
  // A batch counts until its last file is an hour old; all but the newest `limit` have to be.
  const lastToLeave = batches.at(-1 - limit)?.at(-1) ?? 0;
  return Math.max(1, Math.ceil(HOUR_SECONDS - lastToLeave));
}

function batchesOf(agesOldestFirst: readonly number[]): number[][] {
  const batches: number[][] = [];
  for (const age of agesOldestFirst) {
    const batch = batches.at(-1);
    const before = batch?.at(-1);
    const goesOn = before !== undefined && before - age <= BATCH_GAP_SECONDS;
    if (batch !== undefined && goesOn && batch.length < FILES_PER_BATCH) batch.push(age);
    else batches.push([age]);
  }
  return batches;
}
