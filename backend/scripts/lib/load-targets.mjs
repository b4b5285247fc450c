import { hitRate } from './load-cache.mjs';
import {
  CACHED_ROUTES,
  countOf,
  failureRate,
  hitTimes,
  phaseTimes,
  queriesPerRequest,
  requestTimes,
  saving,
} from './load-figures.mjs';
import { CROWDS } from './load-plan.mjs';

/**
 * @typedef {import('./load-result.mjs').LoadResult} LoadResult
 * @typedef {import('./load-result.mjs').Verdict} Verdict
 */

/** Least hit rate of a family, by the beginning of its name. */
const HIT_RATE_TARGETS = /** @type {Record<string, number>} */ ({
  'quizzes:list': 0.9,
  'quizzes:detail': 0.85,
});

/** @param {string} family @returns {number | undefined} 0 to 1 */
export function hitRateTarget(family) {
  const known = Object.entries(HIT_RATE_TARGETS).find(([name]) => family.startsWith(name));
  return known?.[1];
}
const OVERALL_HIT_RATE = 0.8;
const QUICK = { p50: 50, p95: 100, p99: 200 };
const MOST_FAILURES = 0.005;
const LEAST_SAVING = 0.6;

const ms = (/** @type {number} */ value) => `${value.toFixed(1)} ms`;
const percent = (/** @type {number} */ share) =>
  Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : 'nothing';

/**
 * What was promised against what was measured. Of what was not run nothing is said.
 * @param {LoadResult[]} results
 * @returns {Verdict[]}
 */
export function judge(results) {
  const named = (/** @type {string} */ name) => results.find(({ run }) => run.name === name);
  const crowds = CROWDS.flatMap((users) => {
    const [before, after] = [named(`baseline-${users}`), named(`with-cache-${users}`)];
    return [
      ...(after && users === CROWDS[0] ? quickEnough(after) : []),
      ...(after ? hitOften(after) : []),
      ...(before && after ? saved(before, after) : []),
    ];
  });
  const spike = named('spike');
  return [
    ...crowds,
    ...(spike ? [calmAgain(spike)] : []),
    ...results.map(reliable),
    ...results.map(noSaveLost),
    ...results.map(thresholdsMet),
  ];
}

/** @param {LoadResult} result @returns {Verdict[]} */
function quickEnough(result) {
  const times = requestTimes(result);
  return [times].flatMap(({ p50, p95, p99 }) => [
    below(`p50, ${crowd(result)}`, p50, QUICK.p50, ms),
    below(`p95, ${crowd(result)}`, p95, QUICK.p95, ms),
    below(`p99, ${crowd(result)}`, p99, QUICK.p99, ms),
  ]);
}

/** @param {LoadResult} result @returns {Verdict[]} */
function hitOften(result) {
  const { families } = result;
  const least = Object.entries(HIT_RATE_TARGETS).map(([name, target]) =>
    above(`hit rate of ${name}, ${crowd(result)}`, hitRate(familyOf(families, name)), target),
  );
  return [above(`hit rate, ${crowd(result)}`, hitRate(families), OVERALL_HIT_RATE), ...least];
}

/** @param {import('./load-result.mjs').CacheFamily[]} families @param {string} name */
function familyOf(families, name) {
  return families.filter((family) => family.name.startsWith(name));
}

/** @param {LoadResult} before @param {LoadResult} after @returns {Verdict[]} */
function saved(before, after) {
  const queries = saving(queriesPerRequest(before), queriesPerRequest(after));
  return [
    above(`database statements saved, ${crowd(after)}`, queries, LEAST_SAVING),
    above(`time saved by a cached answer, ${crowd(after)}`, timeSaved(before, after), LEAST_SAVING),
  ];
}

/**
 * How much sooner a cached answer is there than the same without the cache, by the median of each route; a route counts
 * as often as it was asked.
 * @param {LoadResult} before
 * @param {LoadResult} after
 */
function timeSaved(before, after) {
  const routes = CACHED_ROUTES.map((route) => {
    const hit = hitTimes(after, route);
    return { count: hit.count, loaded: requestTimes(before, route).p50, cached: hit.p50 };
  });
  const sum = (/** @type {'loaded' | 'cached'} */ which) =>
    routes.reduce((total, route) => total + route.count * route[which], 0);
  return saving(sum('loaded'), sum('cached'));
}

/** @param {LoadResult} spike @returns {Verdict} */
function calmAgain(spike) {
  return below('p95 after the spike', phaseTimes(spike, 'after').p95, QUICK.p95, ms);
}

/** @param {LoadResult} result @returns {Verdict} */
function reliable(result) {
  return below(`failed requests, ${result.run.name}`, failureRate(result), MOST_FAILURES, percent);
}

/** @param {LoadResult} result @returns {Verdict} */
function noSaveLost(result) {
  const lost = countOf(result, 'failed_saves');
  const measured = `${lost} of ${countOf(result, 'saves') + lost}`;
  return { what: `failed saves, ${result.run.name}`, target: 'none', measured, met: lost === 0 };
}

/** @param {LoadResult} result @returns {Verdict} */
function thresholdsMet({ run, passed }) {
  const measured = passed ? 'all' : 'not all';
  return { what: `thresholds of ${run.script}, ${run.name}`, target: 'all', measured, met: passed };
}

const crowd = (/** @type {LoadResult} */ { run }) => `${run.users} users`;

/** @param {string} what @param {number} value @param {number} limit @param {(value: number) => string} show */
function below(what, value, limit, show) {
  return { what, target: `< ${show(limit)}`, measured: show(value), met: value < limit };
}

/** @param {string} what @param {number} share @param {number} least */
function above(what, share, least) {
  const target = `≥ ${percent(least)}`;
  return { what, target, measured: percent(share), met: share >= least };
}
