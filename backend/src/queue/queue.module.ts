import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { QUEUE_NAMES } from './define-job.js';
import { JobProducer } from './job-producer.js';
import { JobRunner } from './job-runner.service.js';
import { ProducerConnection, ProducerConnectionModule } from './producer-connection.js';
import { QUEUE_PREFIX } from './queue-prefix.js';

/** Adding jobs everywhere; working them off in the worker only. */
@Module({})
export class QueueModule {
  static for(process: 'api' | 'worker'): DynamicModule {
    const runner = process === 'worker' ? [JobRunner] : [];
    return {
      module: QueueModule,
      global: true,
      imports: [
        DiscoveryModule,
        ProducerConnectionModule,
        BullModule.forRootAsync({
          imports: [ProducerConnectionModule],
          inject: [ProducerConnection],
          useFactory: ({ redis }: ProducerConnection) => ({
            connection: redis.client,
            prefix: QUEUE_PREFIX,
            // The check asks once: unanswered, the queue would stay unusable until the process is restarted.
            skipVersionCheck: true,
            defaultJobOptions: {
              attempts: 3,
              backoff: { type: 'exponential', delay: 2_000 },
              removeOnComplete: { count: 100 },
              removeOnFail: { count: 500 },
            },
          }),
        }),
        BullModule.registerQueue(...QUEUE_NAMES.map((name) => ({ name }))),
      ],
      providers: [JobProducer, ...runner],
      exports: [JobProducer, ...runner],
    };
  }
}
