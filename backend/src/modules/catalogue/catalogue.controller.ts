import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import type { CachedAnswer } from '../../cache/cached-answer.js';
import { FromCache } from '../../cache/from-cache.interceptor.js';
import { Policy } from '../../http/policy.decorator.js';
import type { Page } from '../../shared/pagination.js';
import {
  type CategoryDto,
  categoryListSchema,
  categorySchema,
  type CreateCategoryRequest,
  createCategorySchema,
  type QuizCardDto,
  type QuizDetailDto,
  quizDetailSchema,
  type QuizListQuery,
  quizListQuerySchema,
  quizPageSchema,
} from './catalogue.dto.js';
import { CatalogueService } from './catalogue.service.js';

@ApiTags('catalogue')
@Controller()
export class CatalogueController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Get('quizzes')
  @Policy('public')
  @FromCache()
  @ApiOperation({ operationId: 'listQuizzes', summary: 'Published quizzes, page by page' })
  @ApiOkResponse({ standardSchema: quizPageSchema })
  listQuizzes(
    @Query({ schema: quizListQuerySchema }) query: QuizListQuery,
  ): Promise<CachedAnswer<Page<QuizCardDto>>> {
    return this.catalogue.listQuizzes(query);
  }

  @Get('quizzes/:id')
  @Policy('public')
  @FromCache()
  @ApiOperation({ operationId: 'getQuiz', summary: 'What to expect of a published quiz' })
  @ApiOkResponse({ standardSchema: quizDetailSchema })
  getQuiz(@Param('id', { schema: z.uuid() }) id: string): Promise<CachedAnswer<QuizDetailDto>> {
    return this.catalogue.getQuiz(id);
  }

  @Get('categories')
  @Policy('public')
  @FromCache()
  @ApiOperation({ operationId: 'listCategories', summary: 'All categories' })
  @ApiOkResponse({ standardSchema: categoryListSchema })
  listCategories(): Promise<CachedAnswer<{ items: CategoryDto[] }>> {
    return this.catalogue.listCategories();
  }

  @Post('categories')
  @Policy('admin')
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'createCategory', summary: 'Make a category' })
  @ApiCreatedResponse({ standardSchema: categorySchema })
  createCategory(
    @Body({ schema: createCategorySchema }) request: CreateCategoryRequest,
  ): Promise<CategoryDto> {
    return this.catalogue.createCategory(request);
  }
}
