import { Module } from '@nestjs/common';
import { RateLimitsController } from './rate-limits.controller.js';
import { RateLimitsService } from './rate-limits.service.js';
import { SlowQueriesController } from './slow-queries.controller.js';
import { SlowQueriesRepository } from './slow-queries.repository.js';
import { SlowQueriesService } from './slow-queries.service.js';

/** What admins see of how the installation does. */
@Module({
  controllers: [RateLimitsController, SlowQueriesController],
  providers: [RateLimitsService, SlowQueriesRepository, SlowQueriesService],
})
export class OperationsModule {}
