import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Job } from 'bullmq';
import { WorkerConfig } from '../config/worker.config.js';
import { AppLogger } from '../logger/app-logger.js';
import { runInContext } from '../logger/request-context.js';
import { RedisConnections } from '../redis/redis-connections.js';
import { within } from '../shared/within.js';
import { allJobs, type JobDefinition, type QueueName } from './define-job.js';
import { JobHandler, type JobProcessor } from './job-handler.decorator.js';
import { JobProducer } from './job-producer.js';
import { QueueWorker } from './queue-worker.js';

/** How long BullMQ may take to say goodbye; with Redis away it would wait for ever. */
const CLOSE_TIMEOUT_MS = 1_000;
const LOOK_MS = 5_000;

interface Registered {
  definition: JobDefinition<unknown>;
  handler: JobProcessor<unknown>;
}

/** Works off the queues: one BullMQ worker a queue, each job handed to the one handler of its kind. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap {
  readonly workers: QueueWorker[] = [];
  private looks: NodeJS.Timeout | undefined;
  private readonly underWay = new Set<Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly redis: RedisConnections,
    private readonly producer: JobProducer,
    private readonly config: WorkerConfig,
    private readonly logger: AppLogger,
  ) {}

  onApplicationBootstrap(): void {
    const registered = this.handlersByJob();
    const queues = new Set([...registered.values()].map(({ definition }) => definition.queue));
    for (const queue of queues) this.workers.push(this.createWorker(queue, registered));
    this.looks = setInterval(() => void this.lookAfterWorkers(), LOOK_MS);
    this.looks.unref();
  }

  /** Replaces workers that take no jobs though there are some. */
  async lookAfterWorkers(): Promise<void> {
    for (const worker of this.workers) worker.lookAfter(await this.producer.waiting(worker.queue));
  }

  /** Takes no more jobs, waits for those under way up to `drainMs`, then aborts them; ends with Redis away too. */
  async stop(drainMs: number): Promise<void> {
    clearInterval(this.looks);
    const abort = setTimeout(() => this.stopping.abort(), drainMs);
    const closing = Promise.all(this.workers.map((worker) => worker.close()));
    try {
      while (!(await this.isClosed(closing)) && this.underWay.size > 0) {
        await Promise.allSettled(this.underWay);
      }
    } finally {
      clearTimeout(abort);
      for (const worker of this.workers) worker.disconnect();
    }
  }

  private async isClosed(closing: Promise<unknown>): Promise<boolean> {
    try {
      await within(closing, CLOSE_TIMEOUT_MS);
      return true;
    } catch (error) {
      this.logger.debug('queue worker not closed yet', { reason: String(error) });
      return false;
    }
  }

  private handlersByJob(): Map<string, Registered> {
    const registered = new Map<string, Registered>();
    for (const wrapper of this.discovery.getProviders({ metadataKey: JobHandler.KEY })) {
      const definition: JobDefinition<unknown> | undefined = this.discovery.getMetadataByDecorator(
        JobHandler,
        wrapper,
      );
      if (definition === undefined) continue;
      if (registered.has(definition.name))
        throw new Error(`Job ${definition.name} has two handlers`);
      registered.set(definition.name, {
        definition,
        handler: wrapper.instance as JobProcessor<unknown>,
      });
    }
    const missing = allJobs().filter(({ name }) => !registered.has(name));
    if (missing.length > 0) {
      throw new Error(`Jobs without a handler: ${missing.map(({ name }) => name).join(', ')}`);
    }
    return registered;
  }

  private createWorker(queue: QueueName, registered: Map<string, Registered>): QueueWorker {
    return new QueueWorker({
      queue,
      concurrency: this.config.concurrency,
      run: (job) => this.run(job, registered),
      connect: () => this.redis.patient('queue'),
      logger: this.logger,
    });
  }

  private async run(job: Job, registered: Map<string, Registered>): Promise<void> {
    const entry = registered.get(job.name);
    if (entry === undefined) throw new Error(`No handler for job ${job.name}`);
    const payload = job.data as { data: unknown; requestId?: string };
    const data = entry.definition.schema.parse(payload.data);
    const context = { requestId: payload.requestId ?? randomUUID(), jobId: job.id };
    const work = runInContext(context, () => entry.handler.process(data, this.stopping.signal));
    this.underWay.add(work);
    try {
      await work;
    } finally {
      this.underWay.delete(work);
    }
  }
}
