import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { CatalogueReader, type PublishedVersion } from '../catalogue/catalogue.api.js';
import { answerRules, type AnswerRules } from './domain/answer-check.js';

/** Questions kept in memory, over all versions: some tens of megabytes at most. */
const QUESTIONS_KEPT = 20_000;

/** A published version with its answer rules. */
export interface QuizContent {
  version: PublishedVersion;
  rules: AnswerRules;
}

/**
 * Published versions by id. They never change once published, so each process keeps those in use in
 * memory: a save needs neither the catalogue's tables nor Redis. Only the key may be corrected: what is
 * graded or shown by it is asked for with `getCurrent`.
 */
@Injectable()
export class VersionReader {
  private readonly kept = new LRUCache<string, QuizContent>({
    maxSize: QUESTIONS_KEPT,
    sizeCalculation: ({ version }) =>
      Math.min(QUESTIONS_KEPT, Math.max(1, version.questions.length)),
  });
  private readonly loading = new Map<string, Promise<QuizContent>>();

  constructor(private readonly catalogue: CatalogueReader) {}

  async getContent(versionId: string): Promise<QuizContent> {
    const kept = this.kept.get(versionId);
    if (kept) return kept;
    // A class that starts together asks once.
    const loading = this.loading.get(versionId) ?? this.load(versionId);
    this.loading.set(versionId, loading);
    try {
      return await loading;
    } finally {
      this.loading.delete(versionId);
    }
  }

  /** The same with the key as it stands now. */
  async getCurrent(versionId: string): Promise<QuizContent> {
    const content = await this.getContent(versionId);
    const revision = await this.catalogue.getKeyRevision(versionId);
    return content.version.keyRevision === revision ? content : this.load(versionId);
  }

  /** The version in force of a quiz, or null when it is not published. */
  async findPublished(quizId: string): Promise<PublishedVersion | null> {
    const versionId = await this.catalogue.findPublishedVersionId(quizId);
    return versionId === null ? null : (await this.getContent(versionId)).version;
  }

  private async load(versionId: string): Promise<QuizContent> {
    const version = await this.catalogue.getVersion(versionId);
    const content = { version, rules: answerRules(version.questions) };
    this.kept.set(versionId, content);
    return content;
  }
}
