import { type Job, Worker } from 'bullmq';
import type { AppLogger } from '../logger/app-logger.js';
import type { RedisClient } from '../redis/connect-redis.js';
import type { QueueName } from './define-job.js';
import { QUEUE_PREFIX } from './queue-prefix.js';

/** So many looks in a row at which jobs waited and it took none. */
const MOST_IDLE_LOOKS = 3;

export interface QueueWorkerOptions {
  queue: QueueName;
  concurrency: number;
  run: (job: Job) => Promise<void>;
  connect: () => RedisClient;
  logger: AppLogger;
}

/** The BullMQ worker of one queue, and the connection it waits on. */
export class QueueWorker {
  readonly queue: QueueName;
  private made: { bull: Worker; connection: RedisClient };
  private underWay = 0;
  private hasTaken = false;
  private idleLooks = 0;

  constructor(private readonly options: QueueWorkerOptions) {
    this.queue = options.queue;
    this.made = this.make();
  }

  get bull(): Worker {
    return this.made.bull;
  }

  /** Fulfilled when nothing is under way and Redis has been told; with Redis away it may take for ever. */
  close(): Promise<void> {
    return this.made.bull.close();
  }

  disconnect(): void {
    this.made.connection.disconnect();
  }

  /**
   * To be called every few seconds with the number of jobs that wait. A worker that could take some and takes none is
   * replaced: it has been lost in an outage that is over.
   */
  lookAfter(waiting: number): void {
    const isIdle = waiting > 0 && !this.hasTaken && this.underWay < this.options.concurrency;
    this.hasTaken = false;
    this.idleLooks = isIdle ? this.idleLooks + 1 : 0;
    if (this.idleLooks >= MOST_IDLE_LOOKS) this.replace();
  }

  private replace(): void {
    this.idleLooks = 0;
    const { logger, queue } = this.options;
    const { bull, connection } = this.made;
    logger.warn('queue worker takes no jobs, another takes its place', { queue });
    // What it has under way goes on; it only takes nothing any more.
    bull.close().then(
      () => connection.disconnect(),
      (error: unknown) => {
        logger.debug('queue worker not closed', { queue, reason: String(error) });
        connection.disconnect();
      },
    );
    this.made = this.make();
  }

  private make(): { bull: Worker; connection: RedisClient } {
    const { queue, concurrency, connect, logger } = this.options;
    const connection = connect();
    connection.on('error', (error: Error) =>
      logger.debug('queue redis', { reason: error.message }),
    );
    const bull = new Worker(queue, (job) => this.take(job), {
      connection,
      prefix: QUEUE_PREFIX,
      concurrency,
      lockDuration: 10_000,
      stalledInterval: 5_000,
      // A job that kills the process would else fail the innocent ones beside it for good.
      maxStalledCount: 10,
      limiter: { max: 10, duration: 1_000 },
    });
    bull.on('error', (error) => logger.debug('queue worker', { reason: error.message }));
    bull.on('failed', (job, error) =>
      logger.error('job failed', error, { job: job?.name, attempt: job?.attemptsMade }),
    );
    return { bull, connection };
  }

  private async take(job: Job): Promise<void> {
    this.hasTaken = true;
    this.underWay += 1;
    try {
      await this.options.run(job);
    } finally {
      this.underWay -= 1;
    }
  }
}
