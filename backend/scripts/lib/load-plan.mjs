/** @typedef {import('./load-result.mjs').PlannedRun} PlannedRun */

/** Of each comparison. */
export const USUAL_SECONDS = 75;

/** Virtual users of the comparison: what a user may expect is promised for the first number. */
export const CROWDS = [50, 200];

/** Virtual users who visit are quicker than people, so they ask more often than a user may in a minute. */
const QUICK_USERS = { RATE_LIMIT_API: '600' };

/**
 * What is run, in this order: with and without the cache in turns, then the crowd that comes at once.
 * @param {{ seconds: number, stress: boolean }} wanted seconds: of each comparison; the others in proportion
 * @returns {PlannedRun[]}
 */
export function planRuns({ seconds, stress }) {
  const visits = { seconds, raisedLimits: QUICK_USERS };
  const runs = CROWDS.flatMap((users) => [
    { name: `baseline-${users}`, script: 'baseline.js', ...visits, users, cache: false },
    { name: `with-cache-${users}`, script: 'with-cache.js', ...visits, users, cache: true },
  ]);
  const share = seconds / USUAL_SECONDS;
  runs.push({
    name: 'spike',
    script: 'spike.js',
    users: 300,
    seconds: Math.max(5, Math.round(20 * share)),
    cache: true,
    raisedLimits: QUICK_USERS,
  });
  if (!stress) return runs;
  const middle = Math.max(10, Math.round(140 * share));
  const exam = { name: 'stress', script: 'stress-test.js', users: 1000, seconds: middle };
  return [...runs, { ...exam, cache: true, raisedLimits: {} }];
}
