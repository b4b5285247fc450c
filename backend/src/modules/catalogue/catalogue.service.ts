import { Injectable } from '@nestjs/common';
import { CacheService } from '../../cache/cache.service.js';
import type { CachedAnswer } from '../../cache/cached-answer.js';
import { Changes } from '../../cache/changes.service.js';
import { AppLogger } from '../../logger/app-logger.js';
import { notFound } from '../../shared/app-error.js';
import type { Page } from '../../shared/pagination.js';
import { categoryListCache, quizDetailCache, quizListCache } from './catalogue.cache.js';
import type {
  CategoryDto,
  CreateCategoryRequest,
  QuizCardDto,
  QuizDetailDto,
  QuizListQuery,
} from './catalogue.dto.js';
import { CategoriesRepository } from './categories.repository.js';
import { slugOf } from './domain/slug.js';
import { QuizzesRepository } from './quizzes.repository.js';

/** What everybody may see of the catalogue, from the cache where it is there. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly quizzes: QuizzesRepository,
    private readonly categories: CategoriesRepository,
    private readonly cache: CacheService,
    private readonly changes: Changes,
    private readonly logger: AppLogger,
  ) {}

  listQuizzes(query: QuizListQuery): Promise<CachedAnswer<Page<QuizCardDto>>> {
    return this.cache.answer(quizListCache, query, () => this.quizzes.listPublished(query));
  }

  async getQuiz(id: string): Promise<CachedAnswer<QuizDetailDto>> {
    const quiz = await this.cache.answer(quizDetailCache, id, () => this.quizzes.findPublished(id));
    return quiz.present(() => notFound('quiz'));
  }

  listCategories(): Promise<CachedAnswer<{ items: CategoryDto[] }>> {
    return this.cache.answer(categoryListCache, null, async () => ({
      items: await this.categories.list(),
    }));
  }

  async createCategory(request: CreateCategoryRequest): Promise<CategoryDto> {
    const category = await this.categories.create({ ...request, slug: slugOf(request.name) });
    await this.changes.announce('category', category.id);
    this.logger.info('category created', { categoryId: category.id });
    return category;
  }
}
