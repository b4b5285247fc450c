import type { z } from 'zod';

export const QUEUE_NAMES = ['quiz-processing'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** In BullMQ the lowest number goes first. */
export const PRIORITY = { HIGH: 1, MEDIUM: 5, LOW: 10 } as const;

/** A kind of job. Made by `defineJob` only. */
export interface JobDefinition<Data> {
  readonly name: string;
  readonly queue: QueueName;
  readonly attempts: number;
  readonly priority: number;
  /** Checked before adding and again before handling. Ids only: job data is clear text in Redis. */
  readonly schema: z.ZodType<Data>;
}

const definitions = new Map<string, JobDefinition<unknown>>();

/**
 * Declares a kind of job. Every definition that is loaded needs exactly one `@JobHandler` in the worker, or the
 * worker refuses to boot. Throws when the name is taken.
 */
export function defineJob<Data>(definition: {
  name: string;
  queue: QueueName;
  attempts: number;
  priority: keyof typeof PRIORITY;
  schema: z.ZodType<Data>;
}): JobDefinition<Data> {
  if (definitions.has(definition.name)) throw new Error(`Job ${definition.name} is defined twice`);
  const job = { ...definition, priority: PRIORITY[definition.priority] };
  definitions.set(job.name, job);
  return job;
}

/** Every kind of job that this process has loaded. */
export function allJobs(): JobDefinition<unknown>[] {
  return [...definitions.values()];
}
