import { PlainError } from './plain-error.mjs';

/** @typedef {import('./load-result.mjs').CacheFamily} CacheFamily */

/**
 * What an instance says of its cache, by family; nothing of those that were not asked.
 * @param {string} baseUrl
 * @param {string} adminToken
 * @returns {Promise<CacheFamily[]>}
 */
export async function readCacheFamilies(baseUrl, adminToken) {
  const response = await fetch(`${baseUrl}/api/metrics/cache`, {
    headers: { authorization: `Bearer ${adminToken}` },
  });
  if (!response.ok) throw new PlainError(`The cache's figures were refused: ${response.status}.`);
  const { families } = /** @type {{ families: CacheFamily[] }} */ (await response.json());
  return families.filter(({ hits, misses }) => hits + misses > 0);
}

/** @param {CacheFamily[]} families @returns {number} 0 to 1; NaN when nothing was asked */
export function hitRate(families) {
  const sum = (/** @type {'hits' | 'misses'} */ field) =>
    families.reduce((total, family) => total + family[field], 0);
  return sum('hits') / (sum('hits') + sum('misses'));
}
