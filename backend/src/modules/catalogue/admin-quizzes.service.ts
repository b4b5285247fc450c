import { Injectable } from '@nestjs/common';
import { CacheService } from '../../cache/cache.service.js';
import type { CachedAnswer } from '../../cache/cached-answer.js';
import { Changes } from '../../cache/changes.service.js';
import { Database, type Transaction } from '../../database/database.service.js';
import { AppLogger } from '../../logger/app-logger.js';
import { AppError, notFound } from '../../shared/app-error.js';
import type { Page } from '../../shared/pagination.js';
import { blockersOf } from './admin-quizzes.mapper.js';
import { AdminQuizzesRepository } from './admin-quizzes.repository.js';
import { questionBankCache } from './catalogue.cache.js';
import type {
  AdminQuizCardDto,
  AdminQuizDetailDto,
  AdminQuizListQuery,
  UpdateQuizRequest,
} from './catalogue.dto.js';
import { quizEmpty, quizHasErrors, quizNotDraft } from './catalogue.errors.js';

const RULES = [
  'timeLimitSeconds',
  'attemptsAllowed',
  'passPercent',
  'reviewPolicy',
  'pauseAllowed',
  'offlineGraceSeconds',
  'lateAnswers',
] as const;

/** What staff do with whole quizzes. */
@Injectable()
export class AdminQuizzesService {
  constructor(
    private readonly database: Database,
    private readonly quizzes: AdminQuizzesRepository,
    private readonly cache: CacheService,
    private readonly changes: Changes,
    private readonly logger: AppLogger,
  ) {}

  list(query: AdminQuizListQuery): Promise<Page<AdminQuizCardDto>> {
    return this.quizzes.list(query);
  }

  /** With its questions and keys. */
  async get(id: string): Promise<CachedAnswer<AdminQuizDetailDto>> {
    const quiz = await this.cache.answer(questionBankCache, id, () => this.quizzes.findDetail(id));
    return quiz.present(() => notFound('quiz'));
  }

  /** Rules are part of what students started; they change only while the quiz is a draft. */
  async update(id: string, request: UpdateQuizRequest): Promise<CachedAnswer<AdminQuizDetailDto>> {
    if (request.categoryId != null && !(await this.quizzes.categoryExists(request.categoryId))) {
      throw new AppError('CATEGORY_UNKNOWN', 'invalid', 'There is no such category.');
    }
    await this.changing(id, async (tx, state) => {
      if (state.status !== 'DRAFT' && RULES.some((rule) => request[rule] !== undefined)) {
        throw quizNotDraft();
      }
      await this.quizzes.update(tx, id, state.versionId, request);
    });
    this.logger.info('quiz changed', { quizId: id });
    return this.get(id);
  }

  async publish(id: string): Promise<CachedAnswer<AdminQuizDetailDto>> {
    await this.changing(id, async (tx, state) => {
      if (state.status === 'PUBLISHED') return;
      if (state.publishedVersionId === state.versionId) {
        await this.quizzes.setStatus(tx, id, 'PUBLISHED');
        return;
      }
      // The quiz is locked: what is checked here is what gets published.
      const questions = (await this.quizzes.findDetail(id))?.questions ?? [];
      if (questions.length === 0) throw quizEmpty();
      const blocked = questions
        .map((question) => ({ position: question.position, codes: blockersOf(question) }))
        .filter(({ codes }) => codes.length > 0);
      if (blocked.length > 0) throw quizHasErrors(blocked);
      await this.quizzes.publish(tx, id, state.versionId);
    });
    this.logger.info('quiz published', { quizId: id });
    return this.get(id);
  }

  async archive(id: string): Promise<CachedAnswer<AdminQuizDetailDto>> {
    await this.changing(id, (tx) => this.quizzes.setStatus(tx, id, 'ARCHIVED'));
    this.logger.info('quiz archived', { quizId: id });
    return this.get(id);
  }

  /** Runs `work` with the quiz locked, and announces the change after the commit. */
  async changing<T>(
    id: string,
    work: (
      tx: Transaction,
      state: { status: string; publishedVersionId: string | null; versionId: string },
    ) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async (tx) => {
      const state = await this.quizzes.lock(tx, id);
      if (state === null) throw notFound('quiz');
      const result = await work(tx, state);
      const seen = state.status !== 'DRAFT' || (await this.quizzes.isSeen(tx, id));
      this.changes.announceAfter(tx, seen ? 'quiz' : 'draft', id);
      return result;
    });
  }
}
