import { Injectable } from '@nestjs/common';
import { CacheService } from '../../cache/cache.service.js';
import { Changes } from '../../cache/changes.service.js';
import type { Transaction } from '../../database/database.service.js';
import type {
  KeyedQuestion,
  NewDraft,
  PublishedVersion,
  QuestionKey,
  WhichVersion,
  WholeQuiz,
} from './catalogue.model.js';
import { questionsCache } from './catalogue.cache.js';
import { DraftsRepository } from './drafts.repository.js';
import { KeysRepository } from './keys.repository.js';
import { type DraftState, RereadsRepository } from './rereads.repository.js';
import { SourcesRepository, type SourceUse } from './sources.repository.js';
import { MediaRepository, type StoredMedia } from './media.repository.js';
import { VersionsRepository } from './versions.repository.js';
import { WholeQuizzesRepository } from './whole-quizzes.repository.js';

export type {
  KeyedQuestion,
  NewDraft,
  NewQuestion,
  PublishedVersion,
  QuestionKey,
  WhichVersion,
} from './catalogue.model.js';

/** What other features may read of the catalogue. */
@Injectable()
export class CatalogueReader {
  constructor(
    private readonly versions: VersionsRepository,
    private readonly sources: SourcesRepository,
    private readonly wholeQuizzes: WholeQuizzesRepository,
    private readonly media: MediaRepository,
    private readonly keys: KeysRepository,
    private readonly cache: CacheService,
  ) {}

  /** The id of the version in force of a published quiz; null when it is not published. */
  async findPublishedVersionId(quizId: string): Promise<string | null> {
    const asked = await this.cache.getOrSet(questionsCache, quizId, async () => {
      const versionId = await this.versions.findPublishedVersionId(quizId);
      return versionId === null ? null : { versionId };
    });
    return asked?.versionId ?? null;
  }

  /** How often the key of a version was corrected since it was published; throws when there is no such version. */
  getKeyRevision(versionId: string): Promise<number> {
    return this.versions.getKeyRevision(versionId);
  }

  /** A question of a published version with its key; null when there is none of that id. */
  findKeyedQuestion(questionId: string): Promise<KeyedQuestion | null> {
    return this.keys.findPublished(questionId);
  }

  /** A version by its id; throws when there is none. */
  getVersion(versionId: string): Promise<PublishedVersion> {
    return this.versions.getVersion(versionId);
  }

  /**
   * The questions of the newest version that were read from these paragraphs of the import's document (indexes, `to`
   * left out), and where removed ones were read.
   */
  findSourceUse(quizId: string, importId: string, from: number, to: number): Promise<SourceUse> {
    return this.sources.findUse(quizId, importId, from, to);
  }

  /** How many questions of each quiz's newest version have a doubt that holds the quiz back; none: left out. */
  countDoubted(quizIds: string[]): Promise<Map<string, number>> {
    return this.sources.countDoubted(quizIds);
  }

  /** The ids of a quiz's pictures by the SHA-256 (hex) of their bytes. */
  findPictureIds(quizId: string, sha256s: string[]): Promise<Map<string, string>> {
    return this.sources.findPictureIds(quizId, sha256s);
  }

  /** A quiz with its keys, draft or not, for staff; null when there is no such quiz or version. */
  findWholeQuiz(quizId: string, which: WhichVersion): Promise<WholeQuiz | null> {
    return this.wholeQuizzes.find(quizId, which);
  }

  /** A picture by its id; null when there is none. */
  findMedia(id: string): Promise<StoredMedia | null> {
    return this.media.find(id);
  }
}

/** What other features may do to the catalogue inside their own transaction. */
@Injectable()
export class CatalogueCommands {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly rereads: RereadsRepository,
    private readonly keys: KeysRepository,
    private readonly changes: Changes,
  ) {}

  /** Keeps the key of a published version as it is until `tx` ends; returns how often it was corrected so far. */
  holdKey(tx: Transaction, versionId: string): Promise<number> {
    return this.keys.hold(tx, versionId);
  }

  /** Replaces the key of a published question, and notes what it was; grading waits meanwhile. */
  correctKey(
    tx: Transaction,
    questionId: string,
    question: KeyedQuestion,
    after: QuestionKey,
  ): Promise<void> {
    const { quizId, versionId, key: before } = question;
    this.changes.announceAfter(tx, 'draft', quizId);
    return this.keys.correct(tx, { questionId, versionId, before, after });
  }

  /** The id of the category that a document names, in letters of any case; null when there is none of that name. */
  findCategory(tx: Transaction, name: string): Promise<string | null> {
    return this.drafts.findCategory(tx, name);
  }

  /** Makes a draft quiz with its questions and pictures, all or nothing with `tx`; returns the quiz's id. */
  async createDraft(tx: Transaction, draft: NewDraft): Promise<string> {
    const quizId = await this.drafts.create(tx, draft);
    this.changes.announceAfter(tx, 'draft', quizId);
    return quizId;
  }

  /** Locks a quiz for the rest of `tx` and tells whether its questions may change. */
  lockDraft(tx: Transaction, quizId: string): Promise<DraftState> {
    return this.rereads.lock(tx, quizId);
  }

  /**
   * Replaces the questions that an import made by those of a new reading; what was edited, removed or added by hand
   * stays so (domain/reread-plan.ts). For a quiz that `lockDraft` called a draft in the same `tx`.
   * @returns how many questions stayed as they had been edited
   */
  rereadDraft(
    tx: Transaction,
    quizId: string,
    importId: string,
    draft: Pick<NewDraft, 'questions' | 'media'>,
  ): Promise<number> {
    this.changes.announceAfter(tx, 'draft', quizId);
    return this.rereads.replace(tx, quizId, importId, draft);
  }
}
