import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { WorkerConfig } from '../../config/worker.config.js';
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
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(
    private readonly runs: ImportRunsRepository,
    private readonly runner: ImportRunner,
    private readonly bulk: BulkImporter,
    private readonly jobs: JobProducer,
    private readonly config: WorkerConfig,
    private readonly logger: AppLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.sweepSoon(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.sweeping;
  }

  private sweepSoon(seconds: number): void {
    this.timer = setTimeout(() => {
      this.sweeping = this.sweep().then((more) => {
        const pause = more ? 0 : this.config.imports.sweepSeconds;
        if (!this.stopping.signal.aborted) this.sweepSoon(pause);
      });
    }, seconds * 1000);
  }

  /** @returns whether there is more to do at once */
  private async sweep(): Promise<boolean> {
    let more = false;
    const { staleSeconds, sweepSeconds } = this.config.imports;
    try {
      for (const id of await this.runs.giveUp(staleSeconds)) {
        this.logger.error('import given up', undefined, { importId: id });
      }
      for (const id of await this.runs.findDue(staleSeconds, sweepSeconds)) {
        if (this.stopping.signal.aborted) return false;
        await this.runner.run(id, this.stopping.signal);
      }
      for (const batchId of await this.runs.findDueBatches(staleSeconds, sweepSeconds)) {
        if (this.stopping.signal.aborted) return false;
        more = (await this.bringBatch(batchId)) || more;
      }
    } catch (error) {
      this.logger.error('sweeping imports failed, trying again', error);
      return false;
    }
    return more;
  }

  /** Where a batch can be queued it waits its turn; otherwise its next file is worked off here, and true. */
  private async bringBatch(batchId: string): Promise<boolean> {
    if (await this.jobs.add(bulkImportQuizzesJob, { batchId })) return false;
    await this.bulk.run(batchId, this.stopping.signal, { mostFiles: 1 });
    return true;
  }
}
