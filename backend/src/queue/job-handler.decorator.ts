import { DiscoveryService } from '@nestjs/core';
import type { JobDefinition } from './define-job.js';

/** What a job handler is: a provider of the worker with this method. */
export interface JobProcessor<Data> {
  /** `signal` is aborted when the process must stop before the job is done. */
  process(data: Data, signal: AbortSignal): Promise<void>;
}

/** Marks the provider that works off one kind of job. */
export const JobHandler = DiscoveryService.createDecorator<JobDefinition<unknown>>();
