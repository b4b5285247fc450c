import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { PolicyCheck } from './policy-check.service.js';
import { PolicyGuard } from './policy.guard.js';
import { ProblemFilter } from './problem.filter.js';
import { UnexpectedBodyGuard } from './unexpected-body.guard.js';

@Module({
  imports: [DiscoveryModule],
  providers: [
    PolicyCheck,
    ProblemFilter,
    { provide: APP_GUARD, useClass: PolicyGuard },
    { provide: APP_GUARD, useClass: UnexpectedBodyGuard },
  ],
})
export class HttpModule {}
