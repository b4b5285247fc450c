import { LOGIN_ROUTE, ROUTES } from './api.js';

/** @typedef {Record<string, string[]>} Thresholds */

/** Milliseconds that a user may wait, on every route. */
const QUICK = ['p(50)<50', 'p(95)<100', 'p(99)<200'];
/** Checking a password is slow on purpose. */
const QUICK_LOGIN = ['p(95)<500'];
/** Always met: a route has a line in the summary only when there is a threshold for it. */
const MEASURED = ['max>=0'];
const CACHED = [ROUTES.list, ROUTES.detail, ROUTES.categories];

/** Few failures, and not one save that did not come through. */
const RELIABLE = { http_req_failed: ['rate<0.005'], failed_saves: ['count==0'] };

/**
 * Thresholds of a run.
 * @param {{ quick: boolean }} options quick: whether each route has to answer as quickly as fifty users may expect
 * @returns {Thresholds}
 */
export function thresholds({ quick }) {
  /** @type {Thresholds} */
  const all = { ...RELIABLE };
  for (const route of Object.values(ROUTES)) {
    all[`http_req_duration{route:${route}}`] = quick ? QUICK : MEASURED;
  }
  all[`http_req_duration{route:${LOGIN_ROUTE}}`] = quick ? QUICK_LOGIN : MEASURED;
  for (const route of CACHED) {
    all[`cache_hits{route:${route}}`] = ['rate>=0'];
    all[`hit_duration{route:${route}}`] = MEASURED;
  }
  return all;
}
