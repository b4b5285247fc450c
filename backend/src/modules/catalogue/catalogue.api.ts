import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database.service.js';
import type { NewDraft, PublishedVersion } from './catalogue.model.js';
import { DraftsRepository } from './drafts.repository.js';
import { VersionsRepository } from './versions.repository.js';

export type { NewDraft, NewQuestion, PublishedVersion } from './catalogue.model.js';

/** What other features may read of the catalogue. */
@Injectable()
export class CatalogueReader {
  constructor(private readonly versions: VersionsRepository) {}

  /** The id of the version in force of a published quiz; null when it is not published. */
  findPublishedVersionId(quizId: string): Promise<string | null> {
    return this.versions.findPublishedVersionId(quizId);
  }

  /** A version by its id; throws when there is none. */
  getVersion(versionId: string): Promise<PublishedVersion> {
    return this.versions.getVersion(versionId);
  }
}

/** What other features may do to the catalogue inside their own transaction. */
@Injectable()
export class CatalogueCommands {
  constructor(private readonly drafts: DraftsRepository) {}

  /** Makes a draft quiz with its questions and pictures, all or nothing with `tx`; returns the quiz's id. */
  createDraft(tx: Transaction, draft: NewDraft): Promise<string> {
    return this.drafts.create(tx, draft);
  }
}
