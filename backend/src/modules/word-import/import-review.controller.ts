import { Body, Controller, Get, HttpCode, HttpStatus, Param, Put, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Policy } from '../../http/policy.decorator.js';
import { CurrentPrincipal, type Principal } from '../../http/principal.js';
import {
  type DocumentQuery,
  documentQuerySchema,
  type ImportDocumentDto,
  importDocumentSchema,
  type SetChoicesRequest,
  setChoicesSchema,
} from './import-review.dto.js';
import { ImportReviewService } from './import-review.service.js';
import { type ImportDto, importSchema } from './word-import.dto.js';
import { WordImportService } from './word-import.service.js';

const uuid = { schema: z.uuid() };

@ApiTags('word import')
@ApiBearerAuth()
@Policy('admin')
@Controller('imports/:id')
export class ImportReviewController {
  constructor(
    private readonly reviews: ImportReviewService,
    private readonly imports: WordImportService,
  ) {}

  @Get('document')
  @ApiOperation({
    operationId: 'getImportDocument',
    summary: 'The paragraphs of a file, each with what was made of it',
  })
  @ApiOkResponse({ standardSchema: importDocumentSchema })
  getDocument(
    @CurrentPrincipal() { userId }: Principal,
    @Param('id', uuid) id: string,
    @Query({ schema: documentQuerySchema }) query: DocumentQuery,
  ): Promise<ImportDocumentDto> {
    return this.reviews.getDocument(userId, id, query);
  }

  @Put('choices')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({
    operationId: 'setImportChoices',
    summary: 'Have the file read again, with what you say about it',
  })
  @ApiAcceptedResponse({ standardSchema: importSchema })
  async setChoices(
    @CurrentPrincipal() { userId }: Principal,
    @Param('id', uuid) id: string,
    @Body({ schema: setChoicesSchema }) { choices }: SetChoicesRequest,
  ): Promise<ImportDto> {
    await this.reviews.setChoices(userId, id, choices);
    return this.imports.get(userId, id);
  }
}
