import { Module } from '@nestjs/common';
import { AttemptClosingModule } from './attempt-closing.module.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';
import { ProgressRepository } from './progress.repository.js';
import { ProgressService } from './progress.service.js';
import { SaveLimit } from './save-limit.js';
import { SubmissionService } from './submission.service.js';

@Module({
  imports: [AttemptClosingModule],
  controllers: [AttemptsController],
  providers: [AttemptsService, ProgressRepository, ProgressService, SaveLimit, SubmissionService],
})
export class AttemptsModule {}
