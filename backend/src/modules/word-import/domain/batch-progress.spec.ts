import { describe, expect, it } from 'vitest';
import { batchProgress, type BatchFile } from './batch-progress.js';

const file = (state: BatchFile['state'], progress = 0): BatchFile => ({ state, progress });
const of = (files: BatchFile[], fileCount: number, quietSeconds = 0) => {
  const { state, progress } = batchProgress(files, fileCount, quietSeconds);
  return [state, progress];
};

describe('a batch', () => {
  it('waits while none of its files was begun', () => {
    expect(of([], 3)).toEqual(['PENDING', 0]);
    expect(of([file('PENDING'), file('PENDING')], 3)).toEqual(['PENDING', 0]);
  });

  it('is as far as its files together, those still expected included', () => {
    expect(of([file('DONE', 100), file('PROCESSING', 60)], 2)).toEqual(['PROCESSING', 80]);
    expect(of([file('DONE', 100), file('PROCESSING', 60)], 4)).toEqual(['PROCESSING', 40]);
    expect(of([file('DONE', 100)], 2)).toEqual(['PROCESSING', 50]);
  });

  it('is done with its last file, though some failed, and failed when all did', () => {
    expect(of([file('DONE', 100), file('FAILED', 15)], 2)).toEqual(['DONE', 100]);
    expect(of([file('FAILED', 15), file('FAILED', 60)], 2)).toEqual(['FAILED', 100]);
  });

  it('does not wait for ever for files that do not come', () => {
    expect(of([file('DONE', 100)], 3, 121)).toEqual(['DONE', 100]);
    expect(of([file('DONE', 100), file('PROCESSING', 10)], 3, 121)).toEqual(['PROCESSING', 55]);
    expect(of([], 3, 121)).toEqual(['DONE', 100]);
  });

  it('counts its files by their state', () => {
    const files = [file('DONE'), file('DONE'), file('FAILED'), file('PENDING')];
    expect(batchProgress(files, 4, 0).counts).toEqual({
      PENDING: 1,
      PROCESSING: 0,
      DONE: 2,
      FAILED: 1,
    });
  });
});
