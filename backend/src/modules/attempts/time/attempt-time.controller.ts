import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Policy } from '../../../http/policy.decorator.js';
import { CurrentPrincipal, type Principal } from '../../../http/principal.js';
import { RateLimit } from '../../../throttler/limit.decorator.js';
import { attemptTimeSchema } from './attempt-time.dto.js';
import { AttemptTimeService } from './attempt-time.service.js';

const id = { schema: z.uuid() };

@ApiTags('attempts')
@Policy('signed-in')
@Controller('attempts/:id')
export class AttemptTimeController {
  constructor(private readonly times: AttemptTimeService) {}

  @Get('time')
  @RateLimit('poll')
  @ApiOperation({ operationId: 'getAttemptTime', summary: 'The time left, without the questions' })
  @ApiOkResponse({ standardSchema: attemptTimeSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  getTime(@CurrentPrincipal() { userId }: Principal, @Param('id', id) attemptId: string) {
    return this.times.getTime(userId, attemptId);
  }

  @Post('pause')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'pauseAttempt',
    summary: 'Stop the clock, where the quiz allows it; until the quiz closes at most',
  })
  @ApiOkResponse({ standardSchema: attemptTimeSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  @ApiForbiddenResponse({ description: 'PAUSE_NOT_ALLOWED' })
  @ApiConflictResponse({ description: 'ATTEMPT_CLOSED' })
  pause(@CurrentPrincipal() { userId }: Principal, @Param('id', id) attemptId: string) {
    return this.times.pauseOwn(userId, attemptId);
  }

  @Post('resume')
  @HttpCode(200)
  @ApiOperation({ operationId: 'resumeAttempt', summary: 'Let the clock go on' })
  @ApiOkResponse({ standardSchema: attemptTimeSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  @ApiConflictResponse({ description: 'PAUSED_BY_STAFF, ATTEMPT_CLOSED' })
  resume(@CurrentPrincipal() { userId }: Principal, @Param('id', id) attemptId: string) {
    return this.times.resumeOwn(userId, attemptId);
  }
}
