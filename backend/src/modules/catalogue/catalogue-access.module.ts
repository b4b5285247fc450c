import { Module } from '@nestjs/common';
import { CatalogueCommands, CatalogueReader } from './catalogue.api.js';
import { DraftsRepository } from './drafts.repository.js';
import { KeysRepository } from './keys.repository.js';
import { RereadsRepository } from './rereads.repository.js';
import { SourcesRepository } from './sources.repository.js';
import { MediaRepository } from './media.repository.js';
import { VersionsRepository } from './versions.repository.js';
import { WholeQuizzesRepository } from './whole-quizzes.repository.js';

/** What other features (and the worker, which serves no HTTP) need of the catalogue. */
@Module({
  providers: [
    CatalogueReader,
    CatalogueCommands,
    DraftsRepository,
    RereadsRepository,
    SourcesRepository,
    KeysRepository,
    VersionsRepository,
    WholeQuizzesRepository,
    MediaRepository,
  ],
  exports: [CatalogueReader, CatalogueCommands],
})
export class CatalogueAccessModule {}
