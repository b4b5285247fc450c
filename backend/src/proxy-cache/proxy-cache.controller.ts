import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Policy } from '../http/policy.decorator.js';
import { type ProxyCachePurgedDto, proxyCachePurgedSchema } from './proxy-cache.dto.js';
import { ProxyCache } from './proxy-cache.service.js';

@ApiTags('operations')
@ApiBearerAuth()
@Policy('admin')
@Controller('admin/proxy-cache')
export class ProxyCacheController {
  constructor(private readonly proxyCache: ProxyCache) {}

  @Post('purge')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'purgeProxyCache',
    summary: 'Empty what the reverse proxies keep of the catalogue',
  })
  @ApiOkResponse({ standardSchema: proxyCachePurgedSchema })
  purge(): Promise<ProxyCachePurgedDto> {
    return this.proxyCache.purge();
  }
}
