import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Policy } from '../../../http/policy.decorator.js';
import { CurrentPrincipal, type Principal } from '../../../http/principal.js';
import {
  lateAnswersSchema,
  lateDecisionSchema,
  type LateAnswersDto,
  type LateDecisionRequest,
} from './late-answers.dto.js';
import { LateAnswersService } from './late-answers.service.js';

const uuid = { schema: z.uuid() };

@ApiTags('attempt administration')
@ApiBearerAuth()
@Policy('admin')
@Controller('admin/attempts/:id/late-answers')
export class LateAnswersController {
  constructor(private readonly late: LateAnswersService) {}

  @Get()
  @ApiOperation({
    operationId: 'adminListLateAnswers',
    summary: 'Answers that came after the time was over',
  })
  @ApiOkResponse({ standardSchema: lateAnswersSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  list(@Param('id', uuid) attemptId: string): Promise<LateAnswersDto> {
    return this.late.list(attemptId);
  }

  @Post('decision')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'adminDecideLateAnswers',
    summary:
      'Accept or refuse some of them, now or anew: a result that changes gets a further receipt',
  })
  @ApiOkResponse({ standardSchema: lateAnswersSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  decide(
    @CurrentPrincipal() { userId }: Principal,
    @Param('id', uuid) attemptId: string,
    @Body({ schema: lateDecisionSchema }) decision: LateDecisionRequest,
  ): Promise<LateAnswersDto> {
    return this.late.decide(attemptId, decision, userId);
  }
}
