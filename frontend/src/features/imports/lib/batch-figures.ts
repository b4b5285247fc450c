import type { ImportBatch } from '../../../lib/api/generated/types.gen';
import type { Upload } from './upload-store';

export interface BatchFigures {
  /** Files of the batch that are still expected or over. */
  total: number;
  ready: number;
  failed: number;
  /** Per cent of all. */
  progress: number;
  isOver: boolean;
}

/** How far a batch is; files that were refused never reach the server, which still waits for them. */
export function batchFigures(
  batch: ImportBatch | undefined,
  uploads: readonly Upload[],
  fileCount: number,
): BatchFigures {
  const files = batch?.files ?? [];
  const refused = uploads.filter(({ state }) => state === 'failed').length;
  const underWay = uploads.length - refused;
  const isClosed = batch !== undefined && batch.finishedAt !== null && uploads.length === 0;
  const total = isClosed ? files.length : Math.max(batch?.fileCount ?? fileCount, files.length);
  const ready = files.filter(({ state }) => state === 'DONE').length;
  const failed = files.filter(({ state }) => state === 'FAILED').length + refused;
  const begun = files.filter(({ state }) => state === 'PENDING' || state === 'PROCESSING');
  const done = 100 * (ready + failed) + begun.reduce((sum, { progress }) => sum + progress, 0);
  return {
    ...{ total, ready, failed },
    progress: total === 0 ? 0 : Math.min(100, Math.floor(done / total)),
    isOver: underWay === 0 && ready + failed >= total,
  };
}
