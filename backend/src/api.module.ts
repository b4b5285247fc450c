import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'winston';
import { CacheModule } from './cache/cache.module.js';
import type { ApiConfig } from './config/api.config.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { EventsModule } from './events/events.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { LoggerModule } from './logger/logger.module.js';
import { AttemptsModule } from './modules/attempts/attempts.module.js';
import { CatalogueModule } from './modules/catalogue/catalogue.module.js';
import { IdentityModule } from './modules/identity/identity.module.js';
import { OperationsModule } from './modules/operations/operations.module.js';
import { WordImportModule } from './modules/word-import/word-import.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { ProxyCacheModule } from './proxy-cache/proxy-cache.module.js';
import { QueueModule } from './queue/queue.module.js';
import { RedisModule } from './redis/redis.module.js';
import { ThrottlerModule } from './throttler/throttler.module.js';

/** The API process: platform first (guards run in this order: policy, then limits), then the product. */
@Module({})
export class ApiModule {
  static for(config: ApiConfig, winston: Logger): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ConfigModule.for(config),
        LoggerModule.for(winston),
        RedisModule,
        DatabaseModule,
        CacheModule,
        QueueModule.for('api'),
        HttpModule,
        ThrottlerModule,
        EventsModule,
        HealthModule,
        ProxyCacheModule.for('api'),
        MetricsModule,
        IdentityModule,
        CatalogueModule,
        WordImportModule,
        AttemptsModule,
        OperationsModule,
      ],
    };
  }
}
