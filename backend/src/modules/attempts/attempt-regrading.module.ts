import { Module } from '@nestjs/common';
import { CatalogueAccessModule } from '../catalogue/catalogue-access.module.js';
import { AttemptClosingModule } from './attempt-closing.module.js';
import { RegradeRepository } from './regrading/regrade.repository.js';
import { Regrader } from './regrading/regrader.service.js';
import { RegraderRepository } from './regrading/regrader.repository.js';

/** The part of the feature that the regrade command needs: no HTTP, no queue. */
@Module({
  imports: [AttemptClosingModule, CatalogueAccessModule],
  providers: [Regrader, RegraderRepository, RegradeRepository],
  exports: [Regrader],
})
export class AttemptRegradingModule {}
