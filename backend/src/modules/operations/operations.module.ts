import { Module } from '@nestjs/common';
import { SlowQueriesController } from './slow-queries.controller.js';
import { SlowQueriesRepository } from './slow-queries.repository.js';
import { SlowQueriesService } from './slow-queries.service.js';

/** What admins see of how the installation does. */
@Module({
  controllers: [SlowQueriesController],
  providers: [SlowQueriesRepository, SlowQueriesService],
})
export class OperationsModule {}
