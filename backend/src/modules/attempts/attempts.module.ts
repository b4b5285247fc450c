import { Module } from '@nestjs/common';
import { AttemptClosingModule } from './attempt-closing.module.js';
import { AttemptHistoryRepository } from './attempt-history.repository.js';
import { AttemptTimeController } from './attempt-time.controller.js';
import { AttemptTimeRepository } from './attempt-time.repository.js';
import { AttemptTimeService } from './attempt-time.service.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';
import { LateAnswersController } from './late-answers.controller.js';
import { LateAnswersRepository } from './late-answers.repository.js';
import { LateAnswersService } from './late-answers.service.js';
import { OutcomeRepository } from './outcome.repository.js';
import { ProgressRepository } from './progress.repository.js';
import { ProgressService } from './progress.service.js';
import { ReceiptsController } from './receipts.controller.js';
import { ReceiptsService } from './receipts.service.js';
import { RegradeRepository } from './regrade.repository.js';
import { SaveLimit } from './save-limit.js';
import { StaffAttemptsController } from './staff-attempts.controller.js';
import { StaffAttemptsRepository } from './staff-attempts.repository.js';
import { StaffAttemptsService } from './staff-attempts.service.js';
import { SubmissionService } from './submission.service.js';

@Module({
  imports: [AttemptClosingModule],
  controllers: [
    AttemptsController,
    AttemptTimeController,
    LateAnswersController,
    ReceiptsController,
    StaffAttemptsController,
  ],
  providers: [
    AttemptHistoryRepository,
    AttemptTimeRepository,
    AttemptTimeService,
    AttemptsService,
    LateAnswersRepository,
    LateAnswersService,
    OutcomeRepository,
    ProgressRepository,
    ProgressService,
    ReceiptsService,
    RegradeRepository,
    SaveLimit,
    StaffAttemptsRepository,
    StaffAttemptsService,
    SubmissionService,
  ],
})
export class AttemptsModule {}
