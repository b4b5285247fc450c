import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'winston';
import { CacheModule } from './cache/cache.module.js';
import { ConfigModule } from './config/config.module.js';
import type { WorkerConfig } from './config/worker.config.js';
import { DatabaseModule } from './database/database.module.js';
import { LoggerModule } from './logger/logger.module.js';
import { AttemptsWorkerModule } from './modules/attempts/attempts-worker.module.js';
import { WordImportWorkerModule } from './modules/word-import/word-import-worker.module.js';
import { ProxyCacheModule } from './proxy-cache/proxy-cache.module.js';
import { QueueModule } from './queue/queue.module.js';
import { RedisModule } from './redis/redis.module.js';

/** The worker process: no HTTP, no signing key. */
@Module({})
export class WorkerModule {
  static for(config: WorkerConfig, winston: Logger): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.for(config),
        LoggerModule.for(winston),
        RedisModule,
        DatabaseModule,
        CacheModule,
        QueueModule.for('worker'),
        ProxyCacheModule.for('worker'),
        WordImportWorkerModule,
        AttemptsWorkerModule,
      ],
    };
  }
}
