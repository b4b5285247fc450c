import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Policy } from '../../http/policy.decorator.js';
import { slowQueriesSchema } from './slow-queries.dto.js';
import { SlowQueriesService } from './slow-queries.service.js';

@ApiTags('operations')
@ApiBearerAuth()
@Policy('admin')
@Controller('admin/database')
export class SlowQueriesController {
  constructor(private readonly queries: SlowQueriesService) {}

  @Get('slow-queries')
  @ApiOperation({
    operationId: 'adminListSlowQueries',
    summary: 'The statements that cost the database most, in all and each time',
  })
  @ApiOkResponse({ standardSchema: slowQueriesSchema })
  listSlowQueries() {
    return this.queries.list();
  }
}
