import { Module } from '@nestjs/common';
import { AttemptClosingModule } from './attempt-closing.module.js';
import { AttemptSweeper } from './attempt-sweeper.service.js';

/** The worker's side: closing attempts that were abandoned. */
@Module({
  imports: [AttemptClosingModule],
  providers: [AttemptSweeper],
})
export class AttemptsWorkerModule {}
