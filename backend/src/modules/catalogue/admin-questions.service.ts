import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database.service.js';
import { AppLogger } from '../../logger/app-logger.js';
import { notFound } from '../../shared/app-error.js';
import { AdminQuizzesService } from './admin-quizzes.service.js';
import type { AdminQuestionDto } from './catalogue.dto.js';
import { quizNotDraft, unknownOption } from './catalogue.errors.js';
import { typeForKey, withoutKeyDoubts } from './domain/publishable.js';
import { QuestionsRepository } from './questions.repository.js';

/** What staff do with the questions of a draft. */
@Injectable()
export class AdminQuestionsService {
  constructor(
    private readonly quizzes: AdminQuizzesService,
    private readonly questions: QuestionsRepository,
    private readonly logger: AppLogger,
  ) {}

  /** Says which options are right; this settles what the import doubted about the key. */
  async setKey(
    quizId: string,
    questionId: string,
    correctOptionIds: string[],
  ): Promise<AdminQuestionDto> {
    const chosen = new Set(correctOptionIds);
    const changed = await this.inDraft(quizId, questionId, async (tx, question, versionId) => {
      const known = new Set(question.options.map(({ id }) => id));
      if (![...chosen].every((id) => known.has(id))) throw unknownOption();
      const settled = {
        id: question.id,
        type: typeForKey(question.type, chosen.size),
        diagnostics: withoutKeyDoubts(question.diagnostics),
      };
      await this.questions.setKey(tx, settled, [...chosen]);
      return this.questions.find(tx, versionId, questionId);
    });
    if (changed === null) throw notFound('question');
    this.logger.info('answer key set by hand', { quizId, questionId });
    return changed;
  }

  async remove(quizId: string, questionId: string): Promise<void> {
    await this.inDraft(quizId, questionId, (tx, _question, versionId) =>
      this.questions.remove(tx, versionId, questionId),
    );
    this.logger.info('question removed', { quizId, questionId });
  }

  private inDraft<T>(
    quizId: string,
    questionId: string,
    work: (tx: Transaction, question: AdminQuestionDto, versionId: string) => Promise<T>,
  ): Promise<T> {
    return this.quizzes.changing(quizId, async (tx, state) => {
      if (state.status !== 'DRAFT') throw quizNotDraft();
      const question = await this.questions.find(tx, state.versionId, questionId);
      if (question === null) throw notFound('question');
      return work(tx, question, state.versionId);
    });
  }
}
