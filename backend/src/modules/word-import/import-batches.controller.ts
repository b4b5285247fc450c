import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Policy } from '../../http/policy.decorator.js';
import { CurrentPrincipal, type Principal } from '../../http/principal.js';
import { RateLimit } from '../../throttler/limit.decorator.js';
import {
  type BatchCreatedDto,
  batchCreatedSchema,
  type CreateBatchRequest,
  createBatchSchema,
  type ImportBatchDto,
  importBatchSchema,
} from './import-batches.dto.js';
import { ImportBatchesService } from './import-batches.service.js';

@ApiTags('word import')
@ApiBearerAuth()
@Policy('admin')
@Controller('imports/batches')
export class ImportBatchesController {
  constructor(private readonly batches: ImportBatchesService) {}

  @Post()
  @ApiOperation({
    operationId: 'createImportBatch',
    summary: 'Announce files to be uploaded together',
  })
  @ApiCreatedResponse({ standardSchema: batchCreatedSchema })
  create(
    @CurrentPrincipal() { userId }: Principal,
    @Body({ schema: createBatchSchema }) request: CreateBatchRequest,
  ): Promise<BatchCreatedDto> {
    return this.batches.create(userId, request);
  }

  @Get(':id')
  @RateLimit('poll')
  @ApiOperation({ operationId: 'getImportBatch', summary: 'A batch with the state of each file' })
  @ApiOkResponse({ standardSchema: importBatchSchema })
  get(
    @CurrentPrincipal() { userId }: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<ImportBatchDto> {
    return this.batches.get(userId, id);
  }
}
