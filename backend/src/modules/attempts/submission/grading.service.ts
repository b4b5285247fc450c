import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../database/database.service.js';
import { CatalogueCommands } from '../../catalogue/catalogue.api.js';
import { VersionReader, type QuizContent } from '../version-reader.js';

/** What this process knew of a key was corrected meanwhile. */
class KeyOutdated extends Error {}

/** A key is not corrected twice while one attempt is graded; more rounds are only a safety net. */
const ROUNDS = 4;

/** Transactions in which attempts are graded. */
@Injectable()
export class Grading {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueCommands,
    private readonly versions: VersionReader,
  ) {}

  /** Runs `work` in a transaction with the version's key as it is in force, and stays, until that ends. */
  async transaction<T>(
    versionId: string,
    work: (tx: Transaction, content: QuizContent) => Promise<T>,
  ): Promise<T> {
    let content = await this.versions.getContent(versionId);
    for (let round = 1; ; round += 1) {
      const known = content;
      try {
        return await this.database.transaction(async (tx) => {
          const revision = await this.catalogue.holdKey(tx, versionId);
          if (revision !== known.version.keyRevision) throw new KeyOutdated();
          return work(tx, known);
        });
      } catch (error) {
        if (!(error instanceof KeyOutdated) || round === ROUNDS) throw error;
        // Read outside of the transaction: it must not need a second connection.
        content = await this.versions.getCurrent(versionId);
      }
    }
  }
}
