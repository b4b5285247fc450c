import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import type { CachedAnswer } from '../../cache/cached-answer.js';
import { FromCache } from '../../cache/from-cache.interceptor.js';
import { Policy } from '../../http/policy.decorator.js';
import type { Page } from '../../shared/pagination.js';
import { AdminQuestionsService } from './admin-questions.service.js';
import { AdminQuizzesService } from './admin-quizzes.service.js';
import {
  type AdminQuestionDto,
  adminQuestionSchema,
  type AdminQuizCardDto,
  type AdminQuizDetailDto,
  adminQuizDetailSchema,
  type AdminQuizListQuery,
  adminQuizListQuerySchema,
  adminQuizPageSchema,
  type DismissDiagnosticRequest,
  dismissDiagnosticSchema,
  type SetKeyRequest,
  setKeySchema,
  type UpdateQuestionRequest,
  updateQuestionSchema,
  type UpdateQuizRequest,
  updateQuizSchema,
} from './catalogue.dto.js';

const uuid = { schema: z.uuid() };

@ApiTags('quiz administration')
@ApiBearerAuth()
@Policy('admin')
@FromCache()
@Controller('admin/quizzes')
export class AdminCatalogueController {
  constructor(
    private readonly quizzes: AdminQuizzesService,
    private readonly questions: AdminQuestionsService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'adminListQuizzes', summary: 'All quizzes, drafts included' })
  @ApiOkResponse({ standardSchema: adminQuizPageSchema })
  list(
    @Query({ schema: adminQuizListQuerySchema }) query: AdminQuizListQuery,
  ): Promise<Page<AdminQuizCardDto>> {
    return this.quizzes.list(query);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'adminGetQuiz', summary: 'A quiz with its questions and keys' })
  @ApiOkResponse({ standardSchema: adminQuizDetailSchema })
  get(@Param('id', uuid) id: string): Promise<CachedAnswer<AdminQuizDetailDto>> {
    return this.quizzes.get(id);
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'adminUpdateQuiz', summary: 'Change title, category or rules' })
  @ApiOkResponse({ standardSchema: adminQuizDetailSchema })
  update(
    @Param('id', uuid) id: string,
    @Body({ schema: updateQuizSchema }) request: UpdateQuizRequest,
  ): Promise<CachedAnswer<AdminQuizDetailDto>> {
    return this.quizzes.update(id, request);
  }

  @Post(':id/publish')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'adminPublishQuiz', summary: 'Open a quiz to students' })
  @ApiOkResponse({ standardSchema: adminQuizDetailSchema })
  publish(@Param('id', uuid) id: string): Promise<CachedAnswer<AdminQuizDetailDto>> {
    return this.quizzes.publish(id);
  }

  @Post(':id/archive')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'adminArchiveQuiz', summary: 'Take a quiz out of the catalogue' })
  @ApiOkResponse({ standardSchema: adminQuizDetailSchema })
  archive(@Param('id', uuid) id: string): Promise<CachedAnswer<AdminQuizDetailDto>> {
    return this.quizzes.archive(id);
  }

  @Put(':id/questions/:questionId/key')
  @ApiOperation({ operationId: 'adminSetKey', summary: 'Say which options are right' })
  @ApiOkResponse({ standardSchema: adminQuestionSchema })
  setKey(
    @Param('id', uuid) id: string,
    @Param('questionId', uuid) questionId: string,
    @Body({ schema: setKeySchema }) request: SetKeyRequest,
  ): Promise<AdminQuestionDto> {
    return this.questions.setKey(id, questionId, request.correctOptionIds);
  }

  @Patch(':id/questions/:questionId')
  @ApiOperation({ operationId: 'adminUpdateQuestion', summary: 'Change a question of a draft' })
  @ApiOkResponse({ standardSchema: adminQuestionSchema })
  updateQuestion(
    @Param('id', uuid) id: string,
    @Param('questionId', uuid) questionId: string,
    @Body({ schema: updateQuestionSchema }) request: UpdateQuestionRequest,
  ): Promise<AdminQuestionDto> {
    return this.questions.update(id, questionId, request);
  }

  @Post(':id/questions/:questionId/diagnostics/dismiss')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'adminDismissDiagnostic', summary: 'Put a doubt aside as seen' })
  @ApiOkResponse({ standardSchema: adminQuestionSchema })
  dismiss(
    @Param('id', uuid) id: string,
    @Param('questionId', uuid) questionId: string,
    @Body({ schema: dismissDiagnosticSchema }) { code }: DismissDiagnosticRequest,
  ): Promise<AdminQuestionDto> {
    return this.questions.dismiss(id, questionId, code);
  }

  @Delete(':id/questions/:questionId')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'adminRemoveQuestion', summary: 'Take a question out of a draft' })
  @ApiNoContentResponse()
  remove(
    @Param('id', uuid) id: string,
    @Param('questionId', uuid) questionId: string,
  ): Promise<void> {
    return this.questions.remove(id, questionId);
  }
}
