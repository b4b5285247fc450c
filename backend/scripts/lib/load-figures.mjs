/** @typedef {import('./load-result.mjs').LoadResult} LoadResult */
/** @typedef {{ count: number, p50: number, p95: number, p99: number }} Times milliseconds */

/** Routes in the order in which a student comes to them, by what they do. */
export const ROUTE_NAMES = /** @type {Record<string, string>} */ ({
  'GET /api/quizzes': 'list',
  'GET /api/quizzes/:id': 'quiz',
  'GET /api/categories': 'categories',
  'GET /api/attempts': 'own attempts',
  'POST /api/quizzes/:id/attempts': 'start',
  'PATCH /api/attempts/:id/progress': 'save',
  'POST /api/attempts/:id/submit': 'hand in',
  'GET /api/attempts/:id/result': 'result',
  'GET /api/auth/me': 'account',
  'POST /api/auth/login': 'sign-in',
});
/** Those whose answer is the same for everybody and comes from the cache as a whole. */
export const CACHED_ROUTES = ['GET /api/quizzes', 'GET /api/quizzes/:id', 'GET /api/categories'];

/** @param {LoadResult} result @param {string} metric @returns {Times} */
function timesOf({ metrics }, metric) {
  const values = metrics[metric]?.values ?? {};
  const at = (/** @type {string} */ name) => values[name] ?? NaN;
  return { count: values.count ?? 0, p50: at('p(50)'), p95: at('p(95)'), p99: at('p(99)') };
}

/** All requests of a run, or those of a route. @param {LoadResult} result @param {string} [route] */
export function requestTimes(result, route) {
  return timesOf(result, route ? `http_req_duration{route:${route}}` : 'http_req_duration');
}

/** Answers of a route that came from the cache. @param {LoadResult} result @param {string} route */
export function hitTimes(result, route) {
  return timesOf(result, `hit_duration{route:${route}}`);
}

/** A part of a spike. @param {LoadResult} result @param {'before' | 'spike' | 'after'} phase */
export function phaseTimes(result, phase) {
  return timesOf(result, `http_req_duration{phase:${phase}}`);
}

/** @param {LoadResult} result @param {string} name of a counter @returns {number} */
export function countOf({ metrics }, name) {
  return metrics[name]?.values.count ?? 0;
}

/** Share of requests that failed. @param {LoadResult} result @returns {number} 0 to 1 */
export function failureRate({ metrics }) {
  return metrics.http_req_failed?.values.rate ?? NaN;
}

/** Database statements for each request. @param {LoadResult} result */
export function queriesPerRequest(result) {
  return result.queries.statements / requestTimes(result).count;
}

/** By how much less is done, as a share of what was done before. @param {number} before @param {number} after */
export const saving = (before, after) => 1 - after / before;
