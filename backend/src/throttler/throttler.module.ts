import { Global, Module } from '@nestjs/common';
import { FailureLimiter } from './failure-limiter.js';
import { LimitHistory } from './limit-history.js';
import { LimitRecorder } from './limit-recorder.js';
import { LimitReport } from './limit-report.service.js';
import { LimitsRedis } from './limits-redis.js';
import { ProcessBuckets } from './process-buckets.js';
import { RedisWindow } from './redis-window.js';
import { RequestLimiter } from './request-limiter.js';
import { RuleBook } from './rule-book.js';

/** How often may be asked: counted by a hook around all routes, and by features where the rule is of their own. */
@Global()
@Module({
  providers: [
    FailureLimiter,
    LimitHistory,
    LimitRecorder,
    LimitReport,
    LimitsRedis,
    ProcessBuckets,
    RedisWindow,
    RequestLimiter,
    RuleBook,
  ],
  exports: [FailureLimiter, LimitRecorder, LimitReport, RuleBook],
})
export class ThrottlerModule {}
