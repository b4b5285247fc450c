import { Module } from '@nestjs/common';
import { AttemptClosingModule } from './attempt-closing.module.js';
import { AttemptHistoryRepository } from './attempt-history.repository.js';
import { AttemptTimeController } from './attempt-time.controller.js';
import { AttemptTimeRepository } from './attempt-time.repository.js';
import { AttemptTimeService } from './attempt-time.service.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';
import { ProgressRepository } from './progress.repository.js';
import { ProgressService } from './progress.service.js';
import { SaveLimit } from './save-limit.js';
import { StaffAttemptsController } from './staff-attempts.controller.js';
import { StaffAttemptsRepository } from './staff-attempts.repository.js';
import { StaffAttemptsService } from './staff-attempts.service.js';
import { SubmissionService } from './submission.service.js';

@Module({
  imports: [AttemptClosingModule],
  controllers: [AttemptsController, AttemptTimeController, StaffAttemptsController],
  providers: [
    AttemptHistoryRepository,
    AttemptTimeRepository,
    AttemptTimeService,
    AttemptsService,
    ProgressRepository,
    ProgressService,
    SaveLimit,
    StaffAttemptsRepository,
    StaffAttemptsService,
    SubmissionService,
  ],
})
export class AttemptsModule {}
