import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { WorkerConfig } from '../../config/worker.config.js';
import { RecurringWork } from '../../lifecycle/recurring-work.js';
import { AppLogger } from '../../logger/app-logger.js';
import { JobProducer } from '../../queue/job-producer.js';
import { BulkImporter } from './bulk-importer.service.js';
import { ImportRunner } from './import-runner.service.js';
import { ImportRunsRepository } from './import-runs.repository.js';
import { bulkImportQuizzesJob } from './word-import.jobs.js';

/**
 * Finds, from the table alone, what no queue entry brings: uploads accepted while Redis was away or whose entry
 * was lost, and work whose worker died.
 */
@Injectable()
export class ImportSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly work = new RecurringWork(async (stopped) =>
    (await this.sweep(stopped)) ? 0 : this.config.imports.sweepSeconds,
  );

  constructor(
    private readonly runs: ImportRunsRepository,
    private readonly runner: ImportRunner,
    private readonly bulk: BulkImporter,
    private readonly jobs: JobProducer,
    private readonly config: WorkerConfig,
    private readonly logger: AppLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.work.stop();
  }

  /** @returns whether there is more to do at once */
  private async sweep(stopped: AbortSignal): Promise<boolean> {
    let more = false;
    const { staleSeconds, sweepSeconds } = this.config.imports;
    try {
      for (const id of await this.runs.giveUp(staleSeconds)) {
        this.logger.error('import given up', undefined, { importId: id });
      }
      for (const id of await this.runs.findDue(staleSeconds, sweepSeconds)) {
        if (stopped.aborted) return false;
        await this.runner.run(id, stopped);
      }
      for (const batchId of await this.runs.findDueBatches(staleSeconds, sweepSeconds)) {
        if (stopped.aborted) return false;
        more = (await this.bringBatch(batchId, stopped)) || more;
      }
    } catch (error) {
      this.logger.error('sweeping imports failed, trying again', error);
      return false;
    }
    return more;
  }

  /** Where a batch can be queued it waits its turn; otherwise its next file is worked off here, and true. */
  private async bringBatch(batchId: string, stopped: AbortSignal): Promise<boolean> {
    if (await this.jobs.add(bulkImportQuizzesJob, { batchId })) return false;
    await this.bulk.run(batchId, stopped, { mostFiles: 1 });
    return true;
  }
}
