import { Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SharedConfig } from '../../config/shared.config.js';
import { Policy } from '../../http/policy.decorator.js';
import { CurrentPrincipal, type Principal } from '../../http/principal.js';
import type { Page } from '../../shared/pagination.js';
import { RateLimit } from '../../throttler/limit.decorator.js';
import { readUpload } from './upload-reader.js';
import {
  type ImportAcceptedDto,
  importAcceptedSchema,
  type ImportDto,
  type ImportListQuery,
  importListQuerySchema,
  importPageSchema,
  importSchema,
  type JobDto,
  jobSchema,
} from './word-import.dto.js';
import { WordImportService } from './word-import.service.js';

const uuid = { schema: z.uuid() };
const UPLOAD_BODY = {
  type: 'object',
  required: ['file'],
  properties: {
    uploadKey: { type: 'string', format: 'uuid', description: 'Repeat it when sending again' },
    categoryId: { type: 'string', format: 'uuid' },
    batchId: { type: 'string', format: 'uuid', description: 'Of files uploaded together' },
    file: { type: 'string', format: 'binary' },
  },
};

@ApiTags('word import')
@ApiBearerAuth()
@Policy('admin')
@Controller()
export class WordImportController {
  constructor(
    private readonly imports: WordImportService,
    private readonly config: SharedConfig,
  ) {}

  @Post('quizzes/import')
  @RateLimit('upload')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD_BODY })
  @ApiOperation({ operationId: 'importQuiz', summary: 'Upload a Word file to become a draft quiz' })
  @ApiAcceptedResponse({ standardSchema: importAcceptedSchema })
  async importQuiz(
    @CurrentPrincipal() { userId }: Principal,
    @Req() request: FastifyRequest,
  ): Promise<ImportAcceptedDto> {
    return this.imports.accept(userId, await readUpload(request, this.config.importMaxBytes));
  }

  @Get('imports')
  @RateLimit('poll')
  @ApiOperation({ operationId: 'listImports', summary: 'Your uploads, newest first' })
  @ApiOkResponse({ standardSchema: importPageSchema })
  list(
    @CurrentPrincipal() { userId }: Principal,
    @Query({ schema: importListQuerySchema }) query: ImportListQuery,
  ): Promise<Page<ImportDto>> {
    return this.imports.list(userId, query);
  }

  @Get('imports/:id')
  @RateLimit('poll')
  @ApiOperation({ operationId: 'getImport', summary: 'One upload and what came of it' })
  @ApiOkResponse({ standardSchema: importSchema })
  get(
    @CurrentPrincipal() { userId }: Principal,
    @Param('id', uuid) id: string,
  ): Promise<ImportDto> {
    return this.imports.get(userId, id);
  }

  @Get('jobs/:id')
  @RateLimit('poll')
  @ApiOperation({ operationId: 'getJob', summary: 'State of a background job' })
  @ApiOkResponse({ standardSchema: jobSchema })
  getJob(
    @CurrentPrincipal() { userId }: Principal,
    @Param('id', uuid) id: string,
  ): Promise<JobDto> {
    return this.imports.getJob(userId, id);
  }
}
