import { SUMMARY_FILE } from './settings.js';

/** What is told of the times of a route; the options of each script name it. */
export const TREND_STATS = ['count', 'avg', 'min', 'p(50)', 'p(95)', 'p(99)', 'max'];

/** @typedef {{ type: string, values: Record<string, number>, thresholds?: Record<string, { ok: boolean }> }} Metric */

/** @typedef {{ name: string, fails: number }} Failure a route with status and code, and how often */

/**
 * The end of a run: a line a route on the screen, and everything as JSON in SUMMARY_FILE.
 * @param {{ metrics: Record<string, Metric>, root_group: { checks: Failure[] } }} data
 */
export function handleSummary(data) {
  const told = [...lines(data.metrics), ...failures(data.root_group.checks)];
  const screen = { stdout: `${told.join('\n')}\n` };
  return SUMMARY_FILE === '' ? screen : { ...screen, [SUMMARY_FILE]: JSON.stringify(data) };
}

/** @param {Record<string, Metric>} metrics */
function lines(metrics) {
  const told = Object.entries(metrics).flatMap(([name, metric]) => {
    const route = /^http_req_duration\{route:(.+)\}$/.exec(name)?.[1];
    return route && metric.values.count ? [routeLine(route, metric.values)] : [];
  });
  const missed = Object.entries(metrics).flatMap(([name, { thresholds = {} }]) =>
    Object.entries(thresholds).flatMap(([limit, { ok }]) =>
      ok ? [] : [`MISSED ${name} ${limit}`],
    ),
  );
  const { http_req_failed: failed, saves, failed_saves: lost } = metrics;
  const count = (/** @type {Metric | undefined} */ metric) => metric?.values.count ?? 0;
  return [
    ...told.toSorted(),
    `failed ${((failed?.values.rate ?? 0) * 100).toFixed(2)} %, saves ${count(saves)}, without success ${count(lost)}`,
    ...missed,
  ];
}

/** @param {string} route @param {Record<string, number>} values milliseconds */
function routeLine(route, values) {
  const times = ['p(50)', 'p(95)', 'p(99)'].map((name) => (values[name] ?? NaN).toFixed(1));
  return `${route.padEnd(34)}${String(values.count).padStart(7)}   p50/p95/p99 ${times.join(' / ')} ms`;
}

function failures(/** @type {Failure[]} */ checks) {
  return checks.map(({ name, fails }) => `FAILED ${fails} times: ${name}`);
}
