import { Module } from '@nestjs/common';
import { CatalogueAccessModule } from '../catalogue/catalogue-access.module.js';
import { AttemptCloser } from './submission/attempt-closer.service.js';
import { AttemptsRepository } from './attempts.repository.js';
import { Grading } from './submission/grading.service.js';
import { SubmissionRepository } from './submission/submission.repository.js';
import { VersionReader } from './version-reader.js';

/** Closing and grading attempts: what the API, the worker and commands have in common. */
@Module({
  imports: [CatalogueAccessModule],
  providers: [AttemptCloser, AttemptsRepository, Grading, SubmissionRepository, VersionReader],
  exports: [AttemptCloser, AttemptsRepository, Grading, SubmissionRepository, VersionReader],
})
export class AttemptClosingModule {}
