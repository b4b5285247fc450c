import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { WorkerConfig } from '../../../config/worker.config.js';
import { RecurringWork } from '../../../lifecycle/recurring-work.js';
import { AppLogger } from '../../../logger/app-logger.js';
import { AttemptHistoryRepository } from './attempt-history.repository.js';

/** Of one statement: some thousand rows at most, so that nothing waits for it. */
const ATTEMPTS_AT_A_TIME = 20;

/** Deletes the saves of attempts that were closed long ago. Runs in the worker, and may run in several. */
@Injectable()
export class AttemptHistoryPruner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly work = new RecurringWork((stopped) => this.prune(stopped));

  constructor(
    private readonly history: AttemptHistoryRepository,
    private readonly config: WorkerConfig,
    private readonly logger: AppLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.work.stop();
  }

  private async prune(stopped: AbortSignal): Promise<number> {
    const { keptDays, sweepSeconds } = this.config.attemptHistory;
    try {
      let attempts = 0;
      let last = ATTEMPTS_AT_A_TIME;
      while (last === ATTEMPTS_AT_A_TIME && !stopped.aborted) {
        last = await this.history.prune(keptDays, ATTEMPTS_AT_A_TIME);
        attempts += last;
      }
      if (attempts > 0) this.logger.info('old histories of attempts deleted', { attempts });
    } catch (error) {
      this.logger.error('deleting old histories failed, trying again later', error);
    }
    return sweepSeconds;
  }
}
