import { Module } from '@nestjs/common';
import { AttemptClosingModule } from './attempt-closing.module.js';
import { AttemptHistoryPruner } from './staff/attempt-history-pruner.service.js';
import { AttemptHistoryRepository } from './staff/attempt-history.repository.js';
import { AttemptSweeper } from './submission/attempt-sweeper.service.js';

/** The worker's side: closing attempts that were abandoned, deleting histories that are old. */
@Module({
  imports: [AttemptClosingModule],
  providers: [AttemptHistoryPruner, AttemptHistoryRepository, AttemptSweeper],
})
export class AttemptsWorkerModule {}
