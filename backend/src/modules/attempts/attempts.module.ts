import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsRepository } from './attempts.repository.js';
import { AttemptsService } from './attempts.service.js';
import { ProgressRepository } from './progress.repository.js';
import { ProgressService } from './progress.service.js';
import { SubmissionRepository } from './submission.repository.js';
import { SubmissionService } from './submission.service.js';
import { VersionReader } from './version-reader.js';

@Module({
  imports: [CatalogueModule],
  controllers: [AttemptsController],
  providers: [
    AttemptsRepository,
    AttemptsService,
    ProgressRepository,
    ProgressService,
    SubmissionRepository,
    SubmissionService,
    VersionReader,
  ],
})
export class AttemptsModule {}
