import { type Database, type Transaction } from '../../../src/database/database.service.js';
import { KIND, madeId } from '../many-rows.js';

/** One use of a repository; `mayRead`: rows that it may look at besides five for each that it returns. */
export interface HotQuery {
  run: () => Promise<unknown>;
  mayRead?: number;
}

/** How many items a page shows; lists are asked for one more. */
export const LIMIT = 20;
export const PAGE = LIMIT + 1;
/** Of whom and of which nothing is known. */
export const NOBODY = madeId(KIND.other, 999_999);

class RolledBack extends Error {}

/** Runs it in a transaction that is undone. */
export function inTransaction(database: Database, work: (tx: Transaction) => Promise<unknown>) {
  return async () => {
    const undone = database.transaction(async (tx) => {
      await work(tx);
      throw new RolledBack();
    });
    await undone.catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  };
}
