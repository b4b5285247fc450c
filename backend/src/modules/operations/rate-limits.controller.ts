import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Policy } from '../../http/policy.decorator.js';
import {
  type RateLimitsDto,
  rateLimitsSchema,
  type ResetAddressRequest,
  resetAddressSchema,
} from './rate-limits.dto.js';
import { RateLimitsService } from './rate-limits.service.js';

@ApiTags('operations')
@ApiBearerAuth()
@Policy('admin')
@Controller('admin/rate-limits')
export class RateLimitsController {
  constructor(private readonly limits: RateLimitsService) {}

  @Get()
  @ApiOperation({ operationId: 'adminGetRateLimits', summary: 'The limits, and who meets them' })
  @ApiOkResponse({ standardSchema: rateLimitsSchema })
  get(): Promise<RateLimitsDto> {
    return this.limits.get();
  }

  @Post('users/:id/reset')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'adminResetUserLimits',
    summary: 'Forget what was counted for a user, failed sign-ins too',
  })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  resetUser(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.limits.resetUser(id);
  }

  @Post('addresses/reset')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'adminResetAddressLimits',
    summary: 'Forget what was counted for an address',
  })
  @ApiNoContentResponse()
  resetAddress(@Body({ schema: resetAddressSchema }) body: ResetAddressRequest): Promise<void> {
    return this.limits.resetAddress(body.address);
  }
}
