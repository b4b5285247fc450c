import type pg from 'pg';
import { type Database } from '../../../src/database/database.service.js';
import { attemptParts } from './attempt-parts.js';
import { attemptQueries } from './attempts.js';
import { catalogueQueries } from './catalogue.js';
import { identityQueries } from './identity.js';
import { importQueries } from './imports.js';
import type { HotQuery } from './hot-query.js';

/** Every kind of question that the product asks its database while it serves, on the data of `many-rows`. */
export async function hotQueries(
  database: Database,
  owner: pg.Client,
): Promise<Record<string, HotQuery>> {
  return {
    ...(await attemptQueries(database, owner)),
    ...attemptParts(database),
    ...(await catalogueQueries(database, owner)),
    ...importQueries(database),
    ...identityQueries(database),
  };
}
