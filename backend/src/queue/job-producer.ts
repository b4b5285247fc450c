import { getQueueToken } from '@nestjs/bullmq';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { AppLogger } from '../logger/app-logger.js';
import { currentContext } from '../logger/request-context.js';
import { type JobDefinition, QUEUE_NAMES, type QueueName } from './define-job.js';
import { ProducerConnection } from './producer-connection.js';

/** Hands jobs to the worker through Redis. */
@Injectable()
export class JobProducer implements OnModuleInit {
  constructor(
    private readonly modules: ModuleRef,
    private readonly connection: ProducerConnection,
    private readonly logger: AppLogger,
  ) {}

  onModuleInit(): void {
    for (const name of QUEUE_NAMES) {
      this.queue(name).on('error', (error) =>
        this.logger.debug('queue redis', { queue: name, reason: error.message }),
      );
    }
  }

  /**
   * Adds a job; the request id travels with it into the worker's log lines. False while Redis cannot take it:
   * whoever calls has the work in a table that is swept, so nothing is lost.
   */
  async add<Data extends object>(definition: JobDefinition<Data>, data: Data): Promise<boolean> {
    const payload = { data: definition.schema.parse(data), requestId: currentContext()?.requestId };
    const added = await this.connection.redis.attempt(() =>
      this.queue(definition.queue).add(definition.name, payload, {
        attempts: definition.attempts,
        priority: definition.priority,
      }),
    );
    if (added === null)
      this.logger.warn('job not queued, the sweeper will find it', { job: definition.name });
    return added !== null;
  }

  /** How many jobs nobody has taken yet; 0 while Redis is away. */
  async waiting(queue: QueueName): Promise<number> {
    const counted = await this.connection.redis.attempt(() =>
      this.queue(queue).getJobCountByTypes('wait', 'prioritized'),
    );
    return counted?.value ?? 0;
  }

  private queue(name: QueueName): Queue {
    return this.modules.get<Queue>(getQueueToken(name), { strict: false });
  }
}
