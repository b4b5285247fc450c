import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { AppLogger } from '../logger/app-logger.js';
import type { RedisClient } from '../redis/connect-redis.js';
import type { GuardedRedis } from '../redis/guarded-redis.js';
import { RedisConnections } from '../redis/redis-connections.js';

/** The connection on which limits are counted. */
@Injectable()
export class LimitsRedis implements OnModuleInit, OnApplicationShutdown {
  private readonly redis: GuardedRedis;

  constructor(connections: RedisConnections, logger: AppLogger) {
    this.redis = connections.guarded('limits', {
      onAway: (reason) => logger.warn('rate limits hold in this process only', { reason }),
    });
  }

  onModuleInit(): void {
    this.redis.connect();
  }

  /** The result of `command`; null while Redis is away. */
  attempt<T>(command: (redis: RedisClient) => Promise<T>): Promise<{ value: T } | null> {
    return this.redis.attempt(command);
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}
