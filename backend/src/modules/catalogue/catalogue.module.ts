import { Module } from '@nestjs/common';
import { AdminCatalogueController } from './admin-catalogue.controller.js';
import { AdminQuestionsService } from './admin-questions.service.js';
import { AdminQuizzesRepository } from './admin-quizzes.repository.js';
import { AdminQuizzesService } from './admin-quizzes.service.js';
import { CatalogueAccessModule } from './catalogue-access.module.js';
import { CatalogueWarmUp } from './catalogue-warm-up.service.js';
import { CatalogueController } from './catalogue.controller.js';
import { CatalogueService } from './catalogue.service.js';
import { CategoriesRepository } from './categories.repository.js';
import { MediaController } from './media.controller.js';
import { MediaRepository } from './media.repository.js';
import { MediaService } from './media.service.js';
import { QuestionsRepository } from './questions.repository.js';
import { QuizzesRepository } from './quizzes.repository.js';

@Module({
  imports: [CatalogueAccessModule],
  controllers: [CatalogueController, AdminCatalogueController, MediaController],
  providers: [
    CatalogueService,
    CatalogueWarmUp,
    CategoriesRepository,
    QuizzesRepository,
    AdminQuizzesService,
    AdminQuizzesRepository,
    AdminQuestionsService,
    QuestionsRepository,
    MediaService,
    MediaRepository,
  ],
  exports: [CatalogueAccessModule],
})
export class CatalogueModule {}
