import { Controller, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Policy } from '../http/policy.decorator.js';
import {
  cacheFamilyNameSchema,
  type CacheMetricsDto,
  cacheMetricsSchema,
} from './cache-metrics.dto.js';
import { CacheMetrics } from './cache-metrics.service.js';

@ApiTags('metrics')
@ApiBearerAuth()
@Policy('admin')
@Controller('metrics/cache')
export class CacheMetricsController {
  constructor(private readonly metrics: CacheMetrics) {}

  @Get()
  @ApiOperation({ operationId: 'getCacheMetrics', summary: 'What the cache did, by family' })
  @ApiOkResponse({ standardSchema: cacheMetricsSchema })
  get(): Promise<CacheMetricsDto> {
    return this.metrics.report();
  }

  @Post('reset')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'resetCacheMetrics', summary: 'Begin to count from nothing' })
  @ApiOkResponse({ standardSchema: cacheMetricsSchema })
  reset(): Promise<CacheMetricsDto> {
    return this.metrics.reset();
  }

  @Post('families/:name/clear')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'clearCacheFamily', summary: 'Forget every value of a family' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  clear(@Param('name', { schema: cacheFamilyNameSchema }) name: string): Promise<void> {
    return this.metrics.clear(name);
  }
}
