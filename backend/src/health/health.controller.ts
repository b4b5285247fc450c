import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Policy } from '../http/policy.decorator.js';
import { type HealthDto, healthSchema } from './health.dto.js';
import { HealthService } from './health.service.js';
import { RateLimit } from '../throttler/limit.decorator.js';

@ApiTags('health')
@Policy('public')
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get()
  @RateLimit('health')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'getHealth', summary: 'State of the service and what it needs' })
  @ApiOkResponse({ standardSchema: healthSchema })
  async getHealth(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthDto> {
    const health = await this.health.check();
    if (health.status === 'unhealthy') reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return health;
  }

  @Get('live')
  @RateLimit('health')
  @ApiOperation({ operationId: 'getLiveness', summary: 'Does the process answer at all' })
  getLiveness(): { status: 'up' } {
    return { status: 'up' };
  }

  @Get('ready')
  @RateLimit('health')
  @ApiOperation({ operationId: 'getReadiness', summary: 'May it be sent requests' })
  @ApiOkResponse({ standardSchema: healthSchema })
  getReadiness(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthDto> {
    return this.getHealth(reply);
  }
}
