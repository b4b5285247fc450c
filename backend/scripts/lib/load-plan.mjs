/** @typedef {import('./load-result.mjs').PlannedRun} PlannedRun */

/** Virtual users of the comparison: what a user may expect is promised for the first number. */
export const CROWDS = [50, 200];

/**
 * What is run, in this order: with and without the cache in turns, then the crowd that comes at once.
 * @param {{ seconds: number, stress: boolean }} wanted seconds: of each comparison; the others in proportion
 * @returns {PlannedRun[]}
 */
export function planRuns({ seconds, stress }) {
  const runs = CROWDS.flatMap((users) => [
    { name: `baseline-${users}`, script: 'baseline.js', users, seconds, cache: false },
    { name: `with-cache-${users}`, script: 'with-cache.js', users, seconds, cache: true },
  ]);
  const share = seconds / 60;
  runs.push({
    name: 'spike',
    script: 'spike.js',
    users: 300,
    seconds: Math.max(5, Math.round(20 * share)),
    cache: true,
  });
  if (!stress) return runs;
  const middle = Math.max(10, Math.round(140 * share));
  return [
    ...runs,
    { name: 'stress', script: 'stress-test.js', users: 1000, seconds: middle, cache: true },
  ];
}
