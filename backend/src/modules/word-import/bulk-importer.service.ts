import { Injectable } from '@nestjs/common';
import { WorkerConfig } from '../../config/worker.config.js';
import { AppLogger } from '../../logger/app-logger.js';
import { BatchRunsRepository, type BatchRun } from './batch-runs.repository.js';
import { ImportRunner } from './import-runner.service.js';

/**
 * Works through the waiting files of a batch, one after the other, so that a batch takes one place of the worker
 * however many files it has. Each file is claimed as any import is: whatever happens here, none is made twice.
 */
@Injectable()
export class BulkImporter {
  constructor(
    private readonly batches: BatchRunsRepository,
    private readonly runner: ImportRunner,
    private readonly config: WorkerConfig,
    private readonly logger: AppLogger,
  ) {}

  /** Does nothing when another job works on the batch. Throws when a file failed by our fault and waits again. */
  async run(
    batchId: string,
    signal: AbortSignal,
    { mostFiles = Infinity }: { mostFiles?: number } = {},
  ): Promise<void> {
    const { staleSeconds } = this.config.imports;
    const run = await this.batches.claim(batchId, staleSeconds);
    if (run === null) return;
    const beat = setInterval(() => void this.showLife(run), (staleSeconds * 1000) / 3);
    try {
      await this.workThrough(run, signal, mostFiles);
    } finally {
      clearInterval(beat);
      await this.batches.release(run);
    }
  }

  private async workThrough(run: BatchRun, signal: AbortSignal, mostFiles: number): Promise<void> {
    const { staleSeconds } = this.config.imports;
    const failures = new Map<string, unknown>();
    let files = 0;
    while (!signal.aborted && files < mostFiles) {
      const passed = [...failures.keys()];
      const next = await this.batches.findNext(run, passed, staleSeconds);
      if (next === null) {
        if (await this.batches.releaseIfDone(run, passed, staleSeconds)) break;
        continue;
      }
      files += 1;
      try {
        await this.runner.run(next, signal);
      } catch (error) {
        failures.set(next, error);
      }
    }
    this.logger.info('import batch worked through', {
      batchId: run.id,
      files,
      left: failures.size,
    });
    if (failures.size > 0) {
      throw new AggregateError(failures.values(), `${failures.size} files wait for another try`);
    }
  }

  private async showLife(run: BatchRun): Promise<void> {
    try {
      await this.batches.beat(run);
    } catch (error) {
      // A missed beat costs nothing unless it goes on; then another job takes the batch.
      this.logger.warn('import batch beat missed', { batchId: run.id, reason: String(error) });
    }
  }
}
