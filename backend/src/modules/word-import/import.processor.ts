import { Injectable } from '@nestjs/common';
import { JobHandler, type JobProcessor } from '../../queue/job-handler.decorator.js';
import { ImportRunner } from './import-runner.service.js';
import { parseWordFileJob } from './word-import.jobs.js';

@JobHandler(parseWordFileJob)
@Injectable()
export class ImportProcessor implements JobProcessor<{ importId: string }> {
  constructor(private readonly runner: ImportRunner) {}

  process({ importId }: { importId: string }, signal: AbortSignal): Promise<void> {
    return this.runner.run(importId, signal);
  }
}
