import { check } from 'k6';
import http from 'k6/http';
import { Rate, Trend } from 'k6/metrics';
import { BASE_URL } from './settings.js';
import { myToken } from './students.js';

/** Every request by its route's template: the metrics have a line a route, not one a quiz. */
export const ROUTES = /** @type {const} */ ({
  list: 'GET /api/quizzes',
  detail: 'GET /api/quizzes/:id',
  categories: 'GET /api/categories',
  attempts: 'GET /api/attempts',
  start: 'POST /api/quizzes/:id/attempts',
  save: 'PATCH /api/attempts/:id/progress',
  submit: 'POST /api/attempts/:id/submit',
  result: 'GET /api/attempts/:id/result',
  me: 'GET /api/auth/me',
});
export const LOGIN_ROUTE = 'POST /api/auth/login';

/** Of the answers that say by X-Cache where they come from: how many from the cache. */
const cacheHits = new Rate('cache_hits');
/** How long those from the cache took, and the others. */
const hitDuration = new Trend('hit_duration', true);
const missDuration = new Trend('miss_duration', true);

/** What every request is tagged with besides its route, asked for when it is sent. */
let moreTags = () => /** @type {Record<string, string>} */ ({});
export function tagRequestsBy(/** @type {() => Record<string, string>} */ tags) {
  moreTags = tags;
}

/**
 * @typedef {object} Call
 * @property {unknown} [body] sent as JSON
 * @property {string} [token] this virtual user's own when not given; '' for none
 * @property {number[]} [expected] statuses that are no failure; 200 when not given
 */

/**
 * Sends a request as this virtual user's student.
 * @param {string} route one of ROUTES, or another template with its method in front
 * @param {string} path
 * @param {Call} [call]
 */
export function send(route, path, { body, token = myToken(), expected = [200] } = {}) {
  const [method = 'GET'] = route.split(' ');
  /** @type {Record<string, string>} */
  const headers = { accept: 'application/json' };
  if (token !== '') headers.authorization = `Bearer ${token}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = http.request(
    method,
    `${BASE_URL}${path}`,
    body === undefined ? null : JSON.stringify(body),
    {
      headers,
      tags: { name: route, route, ...moreTags() },
      responseCallback: http.expectedStatuses(...expected),
    },
  );
  noteCache(route, response);
  if (!expected.includes(response.status)) noteUnexpected(route, response);
  return response;
}

/** @param {string} route @param {import('k6/http').Response} response */
function noteCache(route, response) {
  const where = response.headers['X-Cache'];
  if (where !== 'HIT' && where !== 'MISS') return;
  const isHit = where === 'HIT';
  cacheHits.add(isHit, { route });
  (isHit ? hitDuration : missDuration).add(response.timings.duration, { route });
}

/**
 * A failed check for each way to fail: the summary counts them by their names.
 * @param {string} route
 * @param {import('k6/http').Response} response
 */
function noteUnexpected(route, { status, error, headers, body }) {
  const isProblem = String(headers['Content-Type']).includes('problem+json');
  const code = isProblem ? JSON.parse(String(body)).code : error;
  check(null, { [`${route}: ${status} ${code}`]: () => false });
}
