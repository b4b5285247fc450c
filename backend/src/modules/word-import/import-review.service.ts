import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import { AppLogger } from '../../logger/app-logger.js';
import { currentContext } from '../../logger/request-context.js';
import { JobProducer } from '../../queue/job-producer.js';
import { notFound } from '../../shared/app-error.js';
import type { ImportChoices } from '../../shared/import-choices.js';
import { CatalogueCommands, CatalogueReader } from '../catalogue/catalogue.api.js';
import { viewDocument } from './domain/document-view.js';
import type { DocumentQuery, ImportDocumentDto } from './import-review.dto.js';
import { ImportReviewsRepository } from './import-reviews.repository.js';
import { importUnderWay, quizNotDraft, quizRemoved } from './word-import.errors.js';
import { parseWordFileJob } from './word-import.jobs.js';

/** What a teacher sees of a document beside its quiz, and says about it. */
@Injectable()
export class ImportReviewService {
  constructor(
    private readonly reviews: ImportReviewsRepository,
    private readonly catalogue: CatalogueReader,
    private readonly commands: CatalogueCommands,
    private readonly database: Database,
    private readonly jobs: JobProducer,
    private readonly logger: AppLogger,
  ) {}

  /** A window of the document, each paragraph with what became of it. */
  async getDocument(
    ownerId: string,
    importId: string,
    { from, limit }: DocumentQuery,
  ): Promise<ImportDocumentDto> {
    const found = await this.reviews.find(ownerId, importId);
    if (found === null) throw notFound('import');
    const { quizId, choices, diagnostics, paragraphCount: total } = found;
    const paragraphs = await this.reviews.findParagraphs(importId, from, from + limit);
    const use =
      quizId === null
        ? { questions: [], removed: [] }
        : await this.catalogue.findSourceUse(quizId, importId, from, from + limit);
    const shas = paragraphs.flatMap(({ images = [] }) => images);
    const pictures =
      quizId === null
        ? new Map<string, string>()
        : await this.catalogue.findPictureIds(quizId, shas);
    return {
      importId,
      total,
      choices,
      paragraphs: viewDocument(paragraphs, { ...use, diagnostics }).map(
        ({ paragraph: { images = [], place = null, ...paragraph }, state, questionNos }) => ({
          ...paragraph,
          place,
          state,
          questionNos,
          images: images.flatMap((sha) => pictures.get(sha) ?? []),
        }),
      ),
    };
  }

  /** Keeps the choices and has the file read again with them, by the very same way as an upload. */
  async setChoices(ownerId: string, importId: string, choices: ImportChoices): Promise<void> {
    const requestId = currentContext()?.requestId ?? null;
    await this.database.transaction(async (tx) => {
      const found = await this.reviews.lock(tx, ownerId, importId);
      if (found === null) throw notFound('import');
      if (found.state === 'PENDING' || found.state === 'PROCESSING') throw importUnderWay();
      if (found.state === 'DONE' && found.quizId === null) throw quizRemoved();
      if (found.quizId !== null) {
        const state = await this.commands.lockDraft(tx, found.quizId);
        if (state === 'gone') throw quizRemoved();
        if (state === 'not-draft') throw quizNotDraft();
      }
      await this.reviews.readAgain(tx, importId, choices, requestId);
    });
    this.logger.info('import to be read again', { importId, choices: Object.keys(choices) });
    void this.jobs.add(parseWordFileJob, { importId });
  }
}
