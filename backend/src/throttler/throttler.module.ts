import { type ExecutionContext, Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ThrottlerModule as NestThrottlerModule, type ThrottlerOptions } from '@nestjs/throttler';
import { ApiConfig } from '../config/api.config.js';
import { FailureLimiter } from './failure-limiter.js';
import { RATE_LIMIT_METADATA, type RateLimitName } from './limit.decorator.js';
import { RateLimitGuard } from './rate-limit.guard.js';
import { RedisThrottlerStorage } from './redis-throttler.storage.js';
import { RedisWindow } from './redis-window.js';

const HOUR_MS = 3_600_000;
/** Refused uploads included: enough for full batches, few enough that nobody can keep the server busy. */
const REQUESTS_PER_BATCH = 100;
/** A device has a handful of things to tell in an examination. */
const CLIENT_REPORTS_PER_HOUR = 30;

/** A throttler that counts only on routes decorated with its name. */
function perHour(name: RateLimitName, limit: number, enabled: boolean): ThrottlerOptions {
  return {
    name,
    limit,
    ttl: HOUR_MS,
    skipIf: (context: ExecutionContext) =>
      !enabled || Reflect.getMetadata(RATE_LIMIT_METADATA, context.getHandler()) !== name,
  };
}

@Global()
@Module({
  providers: [RedisWindow, FailureLimiter, RedisThrottlerStorage],
  exports: [FailureLimiter, RedisThrottlerStorage],
})
class WindowsModule {}

@Module({
  imports: [
    WindowsModule,
    NestThrottlerModule.forRootAsync({
      inject: [ApiConfig, RedisThrottlerStorage],
      useFactory: (config: ApiConfig, storage: RedisThrottlerStorage) => ({
        storage,
        setHeaders: false,
        throttlers: [
          perHour(
            'upload',
            config.rateLimit.uploadBatchesPerHour * REQUESTS_PER_BATCH,
            config.rateLimit.enabled,
          ),
          perHour('client-report', CLIENT_REPORTS_PER_HOUR, config.rateLimit.enabled),
        ],
      }),
    }),
  ],
  providers: [{ provide: APP_GUARD, useClass: RateLimitGuard }],
})
export class ThrottlerModule {}
