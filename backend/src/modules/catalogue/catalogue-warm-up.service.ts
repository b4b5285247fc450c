import { Injectable } from '@nestjs/common';
import { WarmUp, type WarmUpStep } from '../../cache/warm-up.service.js';
import { CatalogueReader } from './catalogue.api.js';
import { quizListQuerySchema, quizSortSchema } from './catalogue.dto.js';
import { CatalogueService } from './catalogue.service.js';
import { QuizzesRepository } from './quizzes.repository.js';

/** Quizzes whose pages are read in advance: some tenths of a second of work, after which few first visitors wait. */
const MOST_STARTED = 100;
/** As the pages ask for the list. */
const PAGE_SIZE = '24';

/** What is read first and most: the categories, the beginning of the list, and what is taken these days. */
@Injectable()
export class CatalogueWarmUp {
  constructor(
    warmUp: WarmUp,
    private readonly catalogue: CatalogueService,
    private readonly reader: CatalogueReader,
    private readonly quizzes: QuizzesRepository,
  ) {
    warmUp.add(() => this.plan());
  }

  private async plan(): Promise<WarmUpStep[]> {
    const ids = await this.quizzes.listMostStarted(MOST_STARTED);
    return [
      () => this.catalogue.listCategories(),
      ...quizSortSchema
        .unwrap()
        .options.map((sort) => quizListQuerySchema.parse({ sort, limit: PAGE_SIZE }))
        .map((query) => () => this.catalogue.listQuizzes(query)),
      ...ids.map((id) => () => this.catalogue.getQuiz(id)),
      ...ids.map((id) => () => this.reader.findPublishedVersionId(id)),
    ];
  }
}
