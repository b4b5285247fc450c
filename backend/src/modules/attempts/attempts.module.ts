import { Module } from '@nestjs/common';
import { AttemptClosingModule } from './attempt-closing.module.js';
import { AttemptHistoryRepository } from './staff/attempt-history.repository.js';
import { AttemptTimeController } from './time/attempt-time.controller.js';
import { AttemptTimeRepository } from './time/attempt-time.repository.js';
import { AttemptTimeService } from './time/attempt-time.service.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';
import { ClientReportsController } from './client-reports/client-reports.controller.js';
import { ClientReportsService } from './client-reports/client-reports.service.js';
import { LateAnswersController } from './late-answers/late-answers.controller.js';
import { LateAnswersRepository } from './late-answers/late-answers.repository.js';
import { LateAnswersService } from './late-answers/late-answers.service.js';
import { OutcomeRepository } from './submission/outcome.repository.js';
import { ProgressRepository } from './saving/progress.repository.js';
import { ProgressService } from './saving/progress.service.js';
import { ReceiptsController } from './receipts/receipts.controller.js';
import { ReceiptsService } from './receipts/receipts.service.js';
import { RegradeRepository } from './regrading/regrade.repository.js';
import { SaveLimit } from './saving/save-limit.js';
import { StaffAttemptsController } from './staff/staff-attempts.controller.js';
import { StaffAttemptsRepository } from './staff/staff-attempts.repository.js';
import { StaffAttemptsService } from './staff/staff-attempts.service.js';
import { SubmissionService } from './submission/submission.service.js';

@Module({
  imports: [AttemptClosingModule],
  controllers: [
    AttemptsController,
    AttemptTimeController,
    ClientReportsController,
    LateAnswersController,
    ReceiptsController,
    StaffAttemptsController,
  ],
  providers: [
    AttemptHistoryRepository,
    AttemptTimeRepository,
    AttemptTimeService,
    AttemptsService,
    ClientReportsService,
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
