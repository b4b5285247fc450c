import { Module } from '@nestjs/common';
import { ImportsRepository } from './imports.repository.js';
import { WordImportController } from './word-import.controller.js';
import { WordImportService } from './word-import.service.js';

/** The API's side: taking uploads, telling their state. */
@Module({
  controllers: [WordImportController],
  providers: [WordImportService, ImportsRepository],
})
export class WordImportModule {}
