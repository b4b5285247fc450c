import { Injectable } from '@nestjs/common';
import { CatalogueReader } from '../catalogue/catalogue.api.js';

/** Tells of imports how many of their questions still need a person. */
@Injectable()
export class ImportErrors {
  constructor(private readonly catalogue: CatalogueReader) {}

  /** The same imports, each with the number of questions of its quiz that an error holds back now. */
  async addTo<T extends { quizId: string | null }>(
    imports: readonly T[],
  ): Promise<(T & { errorCount: number })[]> {
    const counts = await this.catalogue.countDoubted(imports.flatMap(({ quizId }) => quizId ?? []));
    return imports.map((one) => ({ ...one, errorCount: counts.get(one.quizId ?? '') ?? 0 }));
  }
}
