import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Policy } from '../../../http/policy.decorator.js';
import { CurrentPrincipal, type Principal } from '../../../http/principal.js';
import { RateLimit } from '../../../throttler/limit.decorator.js';
import { clientReportSchema, type ClientReport } from './client-reports.dto.js';
import { ClientReportsService } from './client-reports.service.js';

@ApiTags('attempts')
@Policy('signed-in')
@Controller('attempts/:id/client-reports')
export class ClientReportsController {
  constructor(private readonly reports: ClientReportsService) {}

  @Post()
  @RateLimit('client-report')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'reportFromClient',
    summary: 'Tell of a damaged or missing copy on the device: a line in the log, no answers',
  })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  @ApiTooManyRequestsResponse({ description: 'RATE_LIMITED' })
  report(
    @CurrentPrincipal() { userId }: Principal,
    @Param('id', { schema: z.uuid() }) attemptId: string,
    @Body({ schema: clientReportSchema }) report: ClientReport,
  ): Promise<void> {
    return this.reports.report(userId, attemptId, report);
  }
}
