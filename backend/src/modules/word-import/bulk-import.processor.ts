import { Injectable } from '@nestjs/common';
import { JobHandler, type JobProcessor } from '../../queue/job-handler.decorator.js';
import { BulkImporter } from './bulk-importer.service.js';
import { bulkImportQuizzesJob } from './word-import.jobs.js';

@JobHandler(bulkImportQuizzesJob)
@Injectable()
export class BulkImportProcessor implements JobProcessor<{ batchId: string }> {
  constructor(private readonly bulk: BulkImporter) {}

  process({ batchId }: { batchId: string }, signal: AbortSignal): Promise<void> {
    return this.bulk.run(batchId, signal);
  }
}
