import { PlainError } from './plain-error.mjs';

/** @typedef {import('./load-result.mjs').CacheFamily} CacheFamily */

/**
 * Asks an instance about the counts of its cache, as an admin.
 * @param {'GET' | 'POST'} method
 * @param {string} url
 * @param {string} adminToken
 */
async function ask(method, url, adminToken) {
  const headers = { authorization: `Bearer ${adminToken}` };
  const response = await fetch(url, { method, headers });
  if (!response.ok) throw new PlainError(`The cache's figures were refused: ${response.status}.`);
  return response;
}

/**
 * Lets an instance count anew: what it read in advance after its start is nobody's miss.
 * @param {string} baseUrl
 * @param {string} adminToken
 */
export async function resetCacheCounts(baseUrl, adminToken) {
  await ask('POST', `${baseUrl}/api/metrics/cache/reset`, adminToken);
}

/**
 * What an instance says of its cache, by family; nothing of those that were not asked.
 * @param {string} baseUrl
 * @param {string} adminToken
 * @returns {Promise<CacheFamily[]>}
 */
export async function readCacheFamilies(baseUrl, adminToken) {
  const response = await ask('GET', `${baseUrl}/api/metrics/cache`, adminToken);
  const { families } = /** @type {{ families: CacheFamily[] }} */ (await response.json());
  return families.filter(({ hits, misses }) => hits + misses > 0);
}

/** @param {CacheFamily[]} families @returns {number} 0 to 1; NaN when nothing was asked */
export function hitRate(families) {
  const sum = (/** @type {'hits' | 'misses'} */ field) =>
    families.reduce((total, family) => total + family[field], 0);
  return sum('hits') / (sum('hits') + sum('misses'));
}
