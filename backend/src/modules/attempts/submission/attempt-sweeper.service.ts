import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { WorkerConfig } from '../../../config/worker.config.js';
import { RecurringWork } from '../../../lifecycle/recurring-work.js';
import { AppLogger } from '../../../logger/app-logger.js';
import { AttemptCloser } from './attempt-closer.service.js';
import { AttemptsRepository } from '../attempts.repository.js';

/** Attempts closed in one transaction: short enough for a student who comes back meanwhile to wait for. */
const BATCH = 25;

/**
 * Closes, from the table alone, the attempts whose time is over, even if nobody ever comes back to them. Any number
 * of workers may do it at once: each takes attempts that no other has locked.
 */
@Injectable()
export class AttemptSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly work = new RecurringWork((stopped) => this.sweep(stopped));
  /** Attempts that could not be closed in this sweep. */
  private readonly failed = new Set<string>();

  constructor(
    private readonly attempts: AttemptsRepository,
    private readonly closer: AttemptCloser,
    private readonly config: WorkerConfig,
    private readonly logger: AppLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.work.stop();
  }

  private async sweep(stopped: AbortSignal): Promise<number> {
    this.failed.clear();
    try {
      for (const versionId of await this.attempts.findOverdueVersions()) {
        while (!stopped.aborted && (await this.closeBatch(versionId)) > 0);
      }
    } catch (error) {
      this.logger.error('closing overdue attempts failed, trying again', error);
    }
    return this.config.attempts.sweepSeconds;
  }

  /** @returns how many attempts it dealt with; 0: none is left for this sweep */
  private async closeBatch(versionId: string): Promise<number> {
    const failed = [...this.failed];
    try {
      return await this.closer.closeSomeOverdue(versionId, BATCH, failed);
    } catch (error) {
      this.logger.warn('closing overdue attempts together failed, trying each alone', {
        versionId,
        reason: error instanceof Error ? error.message : String(error),
      });
    }
    const ids = await this.attempts.findOverdueOf(versionId, BATCH, failed);
    for (const id of ids) await this.closeAlone(id, versionId);
    return ids.length;
  }

  /** What is wrong with one attempt must not hold back the others. */
  private async closeAlone(attemptId: string, versionId: string): Promise<void> {
    try {
      await this.closer.closeOneOverdue(attemptId, versionId);
    } catch (error) {
      this.failed.add(attemptId);
      this.logger.error('an overdue attempt could not be closed', error, { attemptId });
    }
  }
}
