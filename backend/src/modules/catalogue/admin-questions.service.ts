import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database.service.js';
import { AppLogger } from '../../logger/app-logger.js';
import { notFound } from '../../shared/app-error.js';
import { AdminQuizzesService } from './admin-quizzes.service.js';
import { mapMedia } from '../../shared/content.js';
import type { AdminQuestionDto, UpdateQuestionRequest } from './catalogue.dto.js';
import { answerMismatch, quizNotDraft, unknownOption, unknownPicture } from './catalogue.errors.js';
import {
  applyChange,
  diagnosticsAfter,
  type Editable,
  mismatches,
} from './domain/edit-question.js';
import { typeForKey, withoutKeyDoubts } from './domain/publishable.js';
import { QuestionsRepository } from './questions.repository.js';

function editableOf({ numericAnswer, acceptedAnswers, ...question }: AdminQuestionDto): Editable {
  const accepted = acceptedAnswers.length > 0 ? { accepted: acceptedAnswers } : null;
  return { ...question, answer: numericAnswer ?? accepted };
}

function picturesOf({ stem, explanation, options }: Editable): Set<string> {
  const pictures = new Set<string>();
  const note = (media: string) => {
    pictures.add(media);
    return media;
  };
  for (const content of [stem, explanation ?? [], ...options.map((option) => option.content)]) {
    mapMedia(content, note);
  }
  return pictures;
}

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

  /** Changes what is named; doubts of the import that the change settles are gone. */
  async update(
    quizId: string,
    questionId: string,
    change: UpdateQuestionRequest,
  ): Promise<AdminQuestionDto> {
    const changed = await this.inDraft(quizId, questionId, async (tx, question, versionId) => {
      const before = editableOf(question);
      const after = applyChange(before, change);
      await this.assertPossible(tx, quizId, before, change, after);
      const diagnostics = diagnosticsAfter(question.diagnostics, before, after);
      await this.questions.update(tx, questionId, { ...after, diagnostics });
      return this.questions.find(tx, versionId, questionId);
    });
    if (changed === null) throw notFound('question');
    this.logger.info('question changed', { quizId, questionId });
    return changed;
  }

  /** Puts a doubt aside that a person has looked at; what the question itself lacks still holds it back. */
  async dismiss(quizId: string, questionId: string, code: string): Promise<AdminQuestionDto> {
    const changed = await this.inDraft(quizId, questionId, async (tx, question, versionId) => {
      if (!question.diagnostics.some((diagnostic) => diagnostic.code === code)) {
        throw notFound('diagnostic');
      }
      await this.questions.dismiss(tx, questionId, code);
      return this.questions.find(tx, versionId, questionId);
    });
    if (changed === null) throw notFound('question');
    this.logger.info('diagnostic dismissed', { quizId, questionId, code });
    return changed;
  }

  private async assertPossible(
    tx: Transaction,
    quizId: string,
    before: Editable,
    change: UpdateQuestionRequest,
    after: Editable,
  ): Promise<void> {
    const known = new Set(before.options.map(({ id }) => id));
    const named = after.options.flatMap(({ id }) => id ?? []);
    if (named.some((id) => !known.has(id)) || new Set(named).size < named.length) {
      throw unknownOption();
    }
    if (mismatches(change, after)) throw answerMismatch();
    if (!(await this.questions.havePictures(tx, quizId, [...picturesOf(after)]))) {
      throw unknownPicture();
    }
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
