import { Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { AppLogger } from '../logger/app-logger.js';
import type { GuardedRedis } from '../redis/guarded-redis.js';
import { RedisConnections } from '../redis/redis-connections.js';

/**
 * The connection jobs are added through. Ours and not BullMQ's own, which with Redis away it neither ends nor
 * listens to when its queue is closed.
 */
@Injectable()
export class ProducerConnection implements OnApplicationShutdown {
  readonly redis: GuardedRedis;

  constructor(connections: RedisConnections, logger: AppLogger) {
    this.redis = connections.guarded('queue', {
      onAway: (reason) => logger.warn('jobs wait for the sweepers', { reason }),
    });
    this.redis.connect();
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}

@Module({ providers: [ProducerConnection], exports: [ProducerConnection] })
export class ProducerConnectionModule {}
