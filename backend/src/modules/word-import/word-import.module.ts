import { Module } from '@nestjs/common';
import { CatalogueAccessModule } from '../catalogue/catalogue-access.module.js';
import { ImportBatchesController } from './import-batches.controller.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { ImportBatchesService } from './import-batches.service.js';
import { ImportErrors } from './import-errors.service.js';
import { ImportReviewController } from './import-review.controller.js';
import { ImportReviewService } from './import-review.service.js';
import { ImportReviewsRepository } from './import-reviews.repository.js';
import { ImportsRepository } from './imports.repository.js';
import { QuizExportController } from './quiz-export.controller.js';
import { QuizExportService } from './quiz-export.service.js';
import { WordImportController } from './word-import.controller.js';
import { WordImportService } from './word-import.service.js';

/** The API's side: taking uploads, telling their state, and the review of what was read; quizzes as Word documents. */
@Module({
  imports: [CatalogueAccessModule],
  controllers: [
    ImportBatchesController,
    WordImportController,
    ImportReviewController,
    QuizExportController,
  ],
  providers: [
    WordImportService,
    ImportsRepository,
    ImportBatchesService,
    ImportBatchesRepository,
    ImportErrors,
    ImportReviewService,
    ImportReviewsRepository,
    QuizExportService,
  ],
})
export class WordImportModule {}
