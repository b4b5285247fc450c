import { Injectable } from '@nestjs/common';
import { AppLogger } from '../../logger/app-logger.js';
import { notFound } from '../../shared/app-error.js';
import { CatalogueReader } from '../catalogue/catalogue.api.js';
import type { FormLanguage } from './domain/form/form-words.js';
import type { ExportQuizQuery } from './quiz-export.dto.js';
import { sampleQuiz } from './writer/sample-quiz.js';
import { writeQuiz } from './writer/write-quiz.js';

/** A Word document that is being written: its name without extension, and its bytes as they come. */
export interface WordDocument {
  name: string;
  chunks: AsyncGenerator<Buffer>;
}

/** Writes quizzes as Word documents that can be imported again. */
@Injectable()
export class QuizExportService {
  constructor(
    private readonly catalogue: CatalogueReader,
    private readonly logger: AppLogger,
  ) {}

  async export(quizId: string, { language, version }: ExportQuizQuery): Promise<WordDocument> {
    const quiz = await this.catalogue.findWholeQuiz(quizId, version);
    if (quiz === null) throw notFound('quiz');
    const pictures = quiz.media.map(({ id, ...picture }) => ({ ...picture, media: id }));
    const load = (id: string) => this.loadPicture(id);
    this.logger.info('quiz written as a Word document', { quizId, version });
    return { name: quiz.title, chunks: writeQuiz(quiz, language, { pictures, load }) };
  }

  sample(language: FormLanguage): WordDocument {
    const { quiz, pictures } = sampleQuiz(language);
    return { name: quiz.title, chunks: writeQuiz(quiz, language, pictures) };
  }

  private async loadPicture(id: string): Promise<Uint8Array> {
    const media = await this.catalogue.findMedia(id);
    if (media === null) throw new Error(`Picture ${id} went while its quiz was being written`);
    return media.bytes;
  }
}
