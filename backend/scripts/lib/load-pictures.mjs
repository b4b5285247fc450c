import { hitRate } from './load-cache.mjs';
import { barChart } from './load-charts.mjs';
import { ROUTE_NAMES, queriesPerRequest, requestTimes } from './load-figures.mjs';
import { CROWDS } from './load-plan.mjs';
import { hitRateTarget } from './load-targets.mjs';

/**
 * @typedef {import('./load-result.mjs').LoadResult} LoadResult
 * @typedef {import('./load-result.mjs').Picture} Picture
 */

const SHOWN = Object.entries(ROUTE_NAMES).filter(([route]) => !route.includes('/auth/'));

/**
 * The charts of a report, from what was measured alone; one that lacks its figures is left out.
 * @param {LoadResult[]} results
 * @returns {Picture[]}
 */
export function pictures(results) {
  const named = (/** @type {string} */ name) => results.find(({ run }) => run.name === name);
  const pairs = CROWDS.flatMap((users) => {
    const [before, after] = [named(`baseline-${users}`), named(`with-cache-${users}`)];
    return before && after ? [{ users, before, after }] : [];
  });
  const last = pairs.at(-1);
  const stress = named('stress');
  return [
    ...pairs.map(latencyPicture),
    ...(pairs.length > 0 ? [queriesPicture(pairs)] : []),
    ...(last ? [hitRatePicture(last.after)] : []),
    ...(stress ? [stressPicture(stress)] : []),
  ];
}

/** @typedef {{ users: number, before: LoadResult, after: LoadResult }} Pair */

/** @param {Pair} pair @returns {Picture} */
function latencyPicture({ users, before, after }) {
  const groups = SHOWN.map(([route, name]) => ({
    label: name,
    bars: [
      { name: 'cache off', value: requestTimes(before, route).p95 },
      { name: 'with cache', value: requestTimes(after, route).p95 },
    ],
  }));
  const alt = `Times of ${users} users, 95th percentile by route`;
  return picture(`load-latency-${users}`, alt, { unit: 'ms', groups });
}

/** @param {Pair[]} pairs @returns {Picture} */
function queriesPicture(pairs) {
  const groups = pairs.map(({ users, before, after }) => ({
    label: `${users} users`,
    bars: [
      { name: 'cache off', value: queriesPerRequest(before) },
      { name: 'with cache', value: queriesPerRequest(after) },
    ],
  }));
  return picture('load-queries', 'Database statements for each request', { unit: '', groups });
}

/** @param {LoadResult} result @returns {Picture} */
function hitRatePicture({ families, run }) {
  const groups = families.map((family) => {
    const target = hitRateTarget(family.name);
    return {
      label: family.name,
      bars: [{ name: 'answered by the cache', value: hitRate([family]) * 100 }],
      ...(target === undefined ? {} : { mark: target * 100 }),
    };
  });
  const alt = `Hit rates of ${run.users} users by family; the line is the target`;
  return picture('load-hit-rates', alt, { unit: '%', groups });
}

/** @param {LoadResult} result @returns {Picture} */
function stressPicture(result) {
  const groups = SHOWN.map(([route, name]) => {
    const { p50, p95, p99 } = requestTimes(result, route);
    const bars = Object.entries({ p50, p95, p99 }).map(([at, value]) => ({ name: at, value }));
    return { label: name, bars };
  }).filter(({ bars }) => bars.every(({ value }) => value > 0));
  const alt = `Times of ${result.run.users} students in an examination`;
  return picture('load-stress', alt, { unit: 'ms', groups });
}

/** @param {string} name @param {string} alt @param {Omit<import('./load-charts.mjs').BarChart, 'title'>} chart */
function picture(name, alt, chart) {
  return { file: `${name}.svg`, alt, svg: barChart({ title: alt, ...chart }) };
}
