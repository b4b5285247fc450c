import { type Database } from '../../../src/database/database.service.js';
import { BatchRunsRepository } from '../../../src/modules/word-import/batch-runs.repository.js';
import { ImportBatchesRepository } from '../../../src/modules/word-import/import-batches.repository.js';
import { ImportReviewsRepository } from '../../../src/modules/word-import/import-reviews.repository.js';
import { ImportRunsRepository } from '../../../src/modules/word-import/import-runs.repository.js';
import { ImportsRepository } from '../../../src/modules/word-import/imports.repository.js';
import { encodeCursor } from '../../../src/shared/pagination.js';
import { EXTREME, KIND, madeId } from '../many-rows.js';
import { type HotQuery, LIMIT, NOBODY, inTransaction } from './hot-query.js';

export function importQueries(database: Database): Record<string, HotQuery> {
  const imports = new ImportsRepository(database);
  const batches = new ImportBatchesRepository(database);
  const runs = new ImportRunsRepository(database);
  const batchRuns = new BatchRunsRepository(database);
  const reviews = new ImportReviewsRepository(database);
  const { teacher } = EXTREME;
  const [id, batchId] = [madeId(KIND.import, 4), madeId(KIND.batch, 5)];
  const position = [new Date(Date.now() - 20_000 * 60_000).toISOString(), id];
  // The sweep looks at all that is unfinished: a hundred and fifty.
  const unfinished = 300;
  const list = (query: { cursor?: string; batchId?: string }) => ({
    run: () => imports.list(teacher, { ...query, limit: LIMIT }),
  });
  return {
    'uploaded files': list({}),
    'uploaded files, deep': list({ cursor: encodeCursor(position) }),
    'uploaded files, deep, back': list({ cursor: encodeCursor(position, 'before') }),
    'uploaded files of a batch': list({ batchId }),
    'an upload': { run: () => imports.find(teacher, id) },
    'an upload by its key': { run: () => imports.findByUploadKey(teacher, '4') },
    'a batch': { run: () => batches.find(madeId(KIND.user, 1), batchId), mayRead: 20 },
    'the uploads of an hour': {
      run: inTransaction(database, (tx) => batches.listAges(tx, teacher)),
      mayRead: 60,
    },
    'a batch that takes a file': {
      run: inTransaction(database, (tx) => batches.lock(tx, madeId(KIND.user, 1), batchId)),
      mayRead: 20,
    },
    'a document under review': { run: () => reviews.find(teacher, id) },
    'its paragraphs': { run: () => reviews.findParagraphs(id, 0, 2) },
    'a claim': { run: () => runs.claim(NOBODY, 15) },
    'files that are due': { run: () => runs.findDue(15, 5), mayRead: unfinished },
    'batches that are due': { run: () => runs.findDueBatches(15, 5), mayRead: unfinished + 100 },
    'files to be given up': { run: () => runs.giveUp(15), mayRead: unfinished },
    'the next file of a batch': {
      run: () => batchRuns.findNext({ id: batchId, run: 0 }, [], 15),
      mayRead: unfinished,
    },
    'whether a batch is done': {
      run: () => batchRuns.releaseIfDone({ id: batchId, run: 0 }, [], 15),
      mayRead: 20,
    },
  };
}
