import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Policy } from '../../../http/policy.decorator.js';
import { CurrentPrincipal, type Principal } from '../../../http/principal.js';
import {
  adjustTimeSchema,
  attemptTimeSchema,
  extraTimeGivenSchema,
  extraTimeSchema,
  type AdjustTimeRequest,
  type ExtraTimeRequest,
} from '../time/attempt-time.dto.js';
import { AttemptTimeService } from '../time/attempt-time.service.js';
import {
  historyPageSchema,
  historyQuerySchema,
  staffAttemptListQuerySchema,
  staffAttemptPageSchema,
  staffAttemptSchema,
  type HistoryQuery,
  type StaffAttemptListQuery,
} from './staff-attempts.dto.js';
import { StaffAttemptsService } from './staff-attempts.service.js';

const id = { schema: z.uuid() };

@ApiTags('attempt administration')
@ApiBearerAuth()
@Policy('admin')
@Controller('admin')
export class StaffAttemptsController {
  constructor(
    private readonly attempts: StaffAttemptsService,
    private readonly times: AttemptTimeService,
  ) {}

  @Get('quizzes/:id/attempts')
  @ApiOperation({
    operationId: 'adminListAttempts',
    summary: 'The attempts at a quiz, newest first',
  })
  @ApiOkResponse({ standardSchema: staffAttemptPageSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  listAttempts(
    @Param('id', id) quizId: string,
    @Query({ schema: staffAttemptListQuerySchema }) query: StaffAttemptListQuery,
  ) {
    return this.attempts.listAttempts(quizId, query);
  }

  @Post('quizzes/:id/attempts/extra-time')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'adminExtendQuiz',
    summary: 'More time for every open attempt at a quiz that has a limit',
  })
  @ApiOkResponse({ standardSchema: extraTimeGivenSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  @ApiUnprocessableEntityResponse({ description: 'REQUEST_REUSED' })
  async extendQuiz(
    @CurrentPrincipal() { userId }: Principal,
    @Param('id', id) quizId: string,
    @Body({ schema: extraTimeSchema }) request: ExtraTimeRequest,
  ) {
    return { attempts: await this.times.extendQuiz(userId, quizId, request) };
  }

  @Get('attempts/:id')
  @ApiOperation({ operationId: 'adminGetAttempt', summary: 'How an attempt stands' })
  @ApiOkResponse({ standardSchema: staffAttemptSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  getAttempt(@Param('id', id) attemptId: string) {
    return this.attempts.getAttempt(attemptId);
  }

  @Get('attempts/:id/history')
  @ApiOperation({
    operationId: 'adminListHistory',
    summary: 'What was saved from where and what was done to the time, newest first',
  })
  @ApiOkResponse({ standardSchema: historyPageSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  listHistory(
    @Param('id', id) attemptId: string,
    @Query({ schema: historyQuerySchema }) query: HistoryQuery,
  ) {
    return this.attempts.listHistory(attemptId, query);
  }

  @Patch('attempts/:id/time')
  @ApiOperation({
    operationId: 'adminAdjustTime',
    summary: 'Give an open attempt more time or another deadline',
  })
  @ApiOkResponse({ standardSchema: attemptTimeSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  @ApiConflictResponse({ description: 'ATTEMPT_CLOSED, ATTEMPT_PAUSED, NO_TIME_LIMIT' })
  @ApiUnprocessableEntityResponse({ description: 'DEADLINE_PAST, REQUEST_REUSED' })
  adjustTime(
    @CurrentPrincipal() { userId }: Principal,
    @Param('id', id) attemptId: string,
    @Body({ schema: adjustTimeSchema }) request: AdjustTimeRequest,
  ) {
    return this.times.adjust(userId, attemptId, request);
  }

  @Post('attempts/:id/pause')
  @HttpCode(200)
  @ApiOperation({ operationId: 'adminPauseAttempt', summary: 'Stop the clock of an open attempt' })
  @ApiOkResponse({ standardSchema: attemptTimeSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  @ApiConflictResponse({ description: 'ATTEMPT_CLOSED' })
  pause(@CurrentPrincipal() { userId }: Principal, @Param('id', id) attemptId: string) {
    return this.times.pause(userId, attemptId);
  }

  @Post('attempts/:id/resume')
  @HttpCode(200)
  @ApiOperation({ operationId: 'adminResumeAttempt', summary: 'Let its clock go on' })
  @ApiOkResponse({ standardSchema: attemptTimeSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  @ApiConflictResponse({ description: 'ATTEMPT_CLOSED' })
  resume(@CurrentPrincipal() { userId }: Principal, @Param('id', id) attemptId: string) {
    return this.times.resume(userId, attemptId);
  }
}
