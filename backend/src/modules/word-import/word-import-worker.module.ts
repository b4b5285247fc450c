import { Module } from '@nestjs/common';
import { CatalogueAccessModule } from '../catalogue/catalogue-access.module.js';
import { ImportProcessor } from './import.processor.js';
import { ImportRunner } from './import-runner.service.js';
import { ImportRunsRepository } from './import-runs.repository.js';
import { ImportSweeper } from './import-sweeper.service.js';

/** The worker's side: turning files into drafts. */
@Module({
  imports: [CatalogueAccessModule],
  providers: [ImportProcessor, ImportRunner, ImportRunsRepository, ImportSweeper],
})
export class WordImportWorkerModule {}
