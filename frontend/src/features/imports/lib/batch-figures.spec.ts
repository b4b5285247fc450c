import { describe, expect, it } from 'vitest';
import type { ImportBatch, ImportSummary } from '../../../lib/api/generated/types.gen';
import { batchFigures } from './batch-figures';
import type { Upload } from './upload-store';

const upload = (state: Upload['state']) => ({ state }) as Upload;
const batch = (files: Partial<ImportSummary>[], changes: Partial<ImportBatch> = {}) =>
  ({ fileCount: 4, files, finishedAt: null, ...changes }) as ImportBatch;

describe('how far a batch is', () => {
  it('counts what is over and what is under way, and files not sent yet as nothing', () => {
    const files = [
      { state: 'DONE' as const },
      { state: 'FAILED' as const },
      { state: 'PROCESSING' as const, progress: 40 },
    ];
    expect(batchFigures(batch(files), [upload('waiting')], 4)).toEqual({
      ...{ total: 4, ready: 1, failed: 1 },
      progress: 60,
      isOver: false,
    });
    expect(batchFigures(undefined, [upload('sending')], 4)).toMatchObject({
      total: 4,
      progress: 0,
    });
  });

  it('is over when the last file was refused, whatever the server still waits for', () => {
    const files = Array.from({ length: 3 }, () => ({ state: 'DONE' as const }));
    expect(batchFigures(batch(files), [upload('failed')], 4)).toMatchObject({
      ...{ ready: 3, failed: 1 },
      isOver: true,
    });
  });

  it('is over with fewer files than announced once the server waits no more', () => {
    const closed = batch([{ state: 'DONE' }], { finishedAt: '2026-01-01T00:00:00Z' });
    expect(batchFigures(closed, [], 0)).toMatchObject({ total: 1, ready: 1, isOver: true });
  });
});
