import { APP_ROLE, withClient } from './database.mjs';

/** The Postgres that the product brings counts every statement it is sent, but for those that open and close transactions. */
export async function resetCounters(/** @type {string} */ ownerUrl) {
  await withClient(ownerUrl, (client) => client.query('SELECT pg_stat_statements_reset()'));
}

/**
 * What the product's processes have asked since the counters were reset.
 * @param {string} ownerUrl
 * @returns {Promise<import('./load-result.mjs').QueryCount>}
 */
export async function countQueries(ownerUrl) {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT s.query AS text, s.calls::float8 AS calls, s.total_exec_time AS milliseconds
       FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
       WHERE r.rolname = $1 ORDER BY s.total_exec_time DESC`,
      [APP_ROLE],
    );
    const sum = (/** @type {'calls' | 'milliseconds'} */ field) =>
      rows.reduce((total, row) => total + row[field], 0);
    return {
      statements: sum('calls'),
      milliseconds: sum('milliseconds'),
      all: rows,
    };
  });
}
