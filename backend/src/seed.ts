import 'reflect-metadata';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CacheModule } from './cache/cache.module.js';
import { ConfigModule } from './config/config.module.js';
import { loadSharedConfig } from './config/load-config.js';
import type { SharedConfig } from './config/shared.config.js';
import { Database } from './database/database.service.js';
import { DatabaseModule } from './database/database.module.js';
import { demoQuizzes, type DemoQuiz } from './demo-content.js';
import { fail } from './lifecycle/process-lifecycle.js';
import { LoggerModule } from './logger/logger.module.js';
import { createWinston } from './logger/winston.js';
import { AdminQuizzesService } from './modules/catalogue/admin-quizzes.service.js';
import { CatalogueCommands } from './modules/catalogue/catalogue.api.js';
import { CatalogueModule } from './modules/catalogue/catalogue.module.js';
import { CatalogueService } from './modules/catalogue/catalogue.service.js';
import { AdminAccountsModule } from './modules/identity/admin-accounts.module.js';
import { AdminAccounts } from './modules/identity/admin-accounts.service.js';

@Module({})
class SeedModule {
  static for(config: SharedConfig): DynamicModule {
    return {
      module: SeedModule,
      imports: [
        ConfigModule.for(config),
        LoggerModule.for(createWinston(config, 'seed')),
        DatabaseModule,
        CacheModule,
        CatalogueModule,
        AdminAccountsModule,
      ],
    };
  }
}

type App = Awaited<ReturnType<typeof NestFactory.createApplicationContext>>;

async function categoryId(app: App, { name, description }: DemoQuiz['category']): Promise<string> {
  const catalogue = app.get(CatalogueService, { strict: false });
  const { items } = (await catalogue.listCategories()).value;
  const existing = items.find((category) => category.name === name);
  return (existing ?? (await catalogue.createCategory({ name, description }))).id;
}

async function publish(app: App, ownerId: string, quiz: DemoQuiz): Promise<void> {
  const { title, description, questions, difficulty, timeLimitSeconds } = quiz;
  const category = await categoryId(app, quiz.category);
  const draft = { ownerId, categoryId: category, title, description, questions, media: [] };
  const commands = app.get(CatalogueCommands, { strict: false });
  const id = await app.get(Database).transaction((tx) => commands.createDraft(tx, draft));
  const quizzes = app.get(AdminQuizzesService, { strict: false });
  await quizzes.update(id, { difficulty, timeLimitSeconds });
  await quizzes.publish(id);
}

/** Adds the demo quizzes once; a database that has had them is left as it is, also when they were deleted since. */
async function seed(): Promise<void> {
  const config = loadSharedConfig();
  const app = await NestFactory.createApplicationContext(SeedModule.for(config), {
    logger: false,
    abortOnError: false,
  });
  try {
    const accounts = app.get(AdminAccounts, { strict: false });
    const ownerId = await app.get(Database).transaction((tx) => accounts.createDemoOwner(tx));
    if (ownerId === null) return;
    for (const quiz of demoQuizzes) await publish(app, ownerId, quiz);
  } finally {
    await app.close();
  }
}

seed().then(() => process.exit(0), fail);
