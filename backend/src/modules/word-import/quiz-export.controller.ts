import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { attachment } from '../../http/attachment.js';
import { Policy } from '../../http/policy.decorator.js';
import {
  type ExportQuizQuery,
  exportQuizQuerySchema,
  type SampleQuery,
  sampleQuerySchema,
} from './quiz-export.dto.js';
import { QuizExportService, type WordDocument } from './quiz-export.service.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const document = {
  description: 'A Word document',
  content: { [WORD]: { schema: { type: 'string', format: 'binary' } } },
} as const;

/** Sends a document as it is being written; `caching` is its Cache-Control. */
async function send(
  reply: FastifyReply,
  { name, chunks }: WordDocument,
  caching: string,
): Promise<void> {
  await reply
    .header('content-type', WORD)
    .header('content-disposition', attachment(name, 'docx'))
    .header('cache-control', caching)
    .send(Readable.from(chunks, { objectMode: false }));
}

@ApiTags('word import')
@Controller()
export class QuizExportController {
  constructor(private readonly exports: QuizExportService) {}

  @Get('admin/quizzes/:id/export.docx')
  @Policy('admin')
  @ApiBearerAuth()
  @ApiOperation({
    operationId: 'exportQuiz',
    summary: 'A quiz as a Word document that can be imported again',
  })
  @ApiOkResponse(document)
  async exportQuiz(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: exportQuizQuerySchema }) query: ExportQuizQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.exports.export(id, query), 'private, no-store');
  }

  /** Holds nothing of anybody: a plain link can fetch it, which could carry no access token. */
  @Get('imports/sample.docx')
  @Policy('public')
  @ApiOperation({
    operationId: 'getSampleDocument',
    summary: 'A small quiz that shows the recommended form',
  })
  @ApiOkResponse(document)
  async getSample(
    @Query({ schema: sampleQuerySchema }) { language }: SampleQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, this.exports.sample(language), 'public, max-age=3600');
  }
}
