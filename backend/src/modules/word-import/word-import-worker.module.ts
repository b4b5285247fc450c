import { Module } from '@nestjs/common';
import { CatalogueAccessModule } from '../catalogue/catalogue-access.module.js';
import { BatchRunsRepository } from './batch-runs.repository.js';
import { BulkImportProcessor } from './bulk-import.processor.js';
import { BulkImporter } from './bulk-importer.service.js';
import { ImportProcessor } from './import.processor.js';
import { ImportRunner } from './import-runner.service.js';
import { ImportRunsRepository } from './import-runs.repository.js';
import { ImportSweeper } from './import-sweeper.service.js';

/** The worker's side: turning files into drafts. */
@Module({
  imports: [CatalogueAccessModule],
  providers: [
    ImportProcessor,
    BulkImportProcessor,
    ImportRunner,
    BulkImporter,
    ImportRunsRepository,
    BatchRunsRepository,
    ImportSweeper,
  ],
})
export class WordImportWorkerModule {}
