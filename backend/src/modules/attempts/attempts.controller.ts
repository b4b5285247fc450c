import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { FromCache } from '../../cache/from-cache.interceptor.js';
import { Policy } from '../../http/policy.decorator.js';
import { Quiet } from '../../http/quiet.decorator.js';
import { CurrentPrincipal, type Principal } from '../../http/principal.js';
import {
  attemptListQuerySchema,
  attemptPageSchema,
  attemptSchema,
  progressSavedSchema,
  resultSchema,
  reviewSchema,
  saveConflictSchema,
  saveProgressSchema,
  submitSchema,
  type AttemptListQuery,
  type SaveProgressRequest,
  type SubmitRequest,
} from './attempts.dto.js';
import { AttemptsService } from './attempts.service.js';
import { ProgressService } from './saving/progress.service.js';
import { SubmissionService } from './submission/submission.service.js';
import { RateLimit } from '../../throttler/limit.decorator.js';

const id = { schema: z.uuid() };

@ApiTags('attempts')
@Policy('signed-in')
@Controller()
export class AttemptsController {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly progress: ProgressService,
    private readonly submissions: SubmissionService,
  ) {}

  @Post('quizzes/:id/attempts')
  @ApiOperation({ operationId: 'startAttempt', summary: 'Start an attempt or resume the open one' })
  @ApiCreatedResponse({ standardSchema: attemptSchema, description: 'Started' })
  @ApiOkResponse({ standardSchema: attemptSchema, description: 'The open attempt, resumed' })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  @ApiConflictResponse({ description: 'ATTEMPTS_EXHAUSTED, QUIZ_NOT_OPEN' })
  async startAttempt(
    @CurrentPrincipal() { userId }: Principal,
    @Param('id', id) quizId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { created, attempt } = await this.attempts.start(userId, quizId);
    reply.status(created ? 201 : 200);
    return attempt;
  }

  @Get('attempts')
  @ApiOperation({ operationId: 'listAttempts', summary: "One's own attempts, newest first" })
  @ApiOkResponse({ standardSchema: attemptPageSchema })
  listAttempts(
    @CurrentPrincipal() { userId }: Principal,
    @Query({ schema: attemptListQuerySchema }) query: AttemptListQuery,
  ) {
    return this.attempts.listAttempts(userId, query);
  }

  @Get('attempts/:id')
  @ApiOperation({
    operationId: 'getAttempt',
    summary: 'An attempt with its questions, never the key',
  })
  @ApiOkResponse({ standardSchema: attemptSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  getAttempt(@CurrentPrincipal() { userId }: Principal, @Param('id', id) attemptId: string) {
    return this.attempts.getAttempt(userId, attemptId);
  }

  @Patch('attempts/:id/progress')
  @RateLimit('autosave')
  @Quiet()
  @ApiOperation({ operationId: 'saveProgress', summary: 'Save what is not acknowledged yet' })
  @ApiOkResponse({ standardSchema: progressSavedSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  @ApiConflictResponse({
    standardSchema: saveConflictSchema,
    description: 'VERSION_CONFLICT, ATTEMPT_CLOSED',
  })
  @ApiUnprocessableEntityResponse({
    description: 'UNKNOWN_QUESTION, UNKNOWN_OPTION, WRONG_ANSWER_TYPE, TOO_MANY, MUTATION_REUSED',
  })
  @ApiTooManyRequestsResponse({ description: 'RATE_LIMITED, with Retry-After' })
  saveProgress(
    @CurrentPrincipal() { userId }: Principal,
    @Param('id', id) attemptId: string,
    @Body({ schema: saveProgressSchema }) request: SaveProgressRequest,
  ) {
    return this.progress.saveProgress(userId, attemptId, request);
  }

  @Post('attempts/:id/submit')
  @RateLimit('submit')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'submitAttempt',
    summary: 'Hand in; a repeat returns the same result and receipt',
  })
  @ApiOkResponse({ standardSchema: resultSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  @ApiUnprocessableEntityResponse({
    description: 'UNKNOWN_QUESTION, UNKNOWN_OPTION, WRONG_ANSWER_TYPE, TOO_MANY',
  })
  submitAttempt(
    @CurrentPrincipal() { userId }: Principal,
    @Param('id', id) attemptId: string,
    @Body({ schema: submitSchema }) request: SubmitRequest,
  ) {
    return this.submissions.submit(userId, attemptId, request);
  }

  @Get('attempts/:id/result')
  @FromCache()
  @ApiOperation({ operationId: 'getResult', summary: 'The result of a submitted attempt' })
  @ApiOkResponse({ standardSchema: resultSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  @ApiConflictResponse({ description: 'ATTEMPT_OPEN' })
  getResult(@CurrentPrincipal() { userId }: Principal, @Param('id', id) attemptId: string) {
    return this.submissions.getResult(userId, attemptId);
  }

  @Get('attempts/:id/review')
  @ApiOperation({
    operationId: 'getReview',
    summary: 'The questions with their key and explanations',
  })
  @ApiOkResponse({ standardSchema: reviewSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  @ApiForbiddenResponse({ description: 'REVIEW_NOT_ALLOWED' })
  getReview(@CurrentPrincipal() { userId }: Principal, @Param('id', id) attemptId: string) {
    return this.submissions.getReview(userId, attemptId);
  }
}
