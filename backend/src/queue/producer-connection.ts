import { Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { SharedConfig } from '../config/shared.config.js';
import { AppLogger } from '../logger/app-logger.js';
import { connectProducer } from './redis-connection.js';

/**
 * The connection jobs are added through. Ours and not BullMQ's own, which with Redis away it neither ends nor
 * listens to when its queue is closed.
 */
@Injectable()
export class ProducerConnection implements OnApplicationShutdown {
  readonly redis: Redis;

  constructor(config: SharedConfig, logger: AppLogger) {
    this.redis = connectProducer(config, (reason) => logger.debug('queue redis', { reason }));
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}

@Module({ providers: [ProducerConnection], exports: [ProducerConnection] })
export class ProducerConnectionModule {}
