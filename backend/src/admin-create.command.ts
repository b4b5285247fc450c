import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { CacheModule } from './cache/cache.module.js';
import { ConfigModule } from './config/config.module.js';
import { ConfigError, loadSharedConfig } from './config/load-config.js';
import type { SharedConfig } from './config/shared.config.js';
import { isDatabaseUnavailable } from './database/database-errors.js';
import { DatabaseModule } from './database/database.module.js';
import { LoggerModule } from './logger/logger.module.js';
import { createWinston } from './logger/winston.js';
import { AdminAccountsModule } from './modules/identity/admin-accounts.module.js';
import { AdminAccounts } from './modules/identity/admin-accounts.service.js';
import { registerSchema } from './modules/identity/identity.dto.js';
import { AppError } from './shared/app-error.js';

const VARIABLES = { email: 'ADMIN_EMAIL', password: 'ADMIN_PASSWORD', name: 'ADMIN_NAME' };

/** What stopped the command, in words for the person at the terminal. */
class CommandError extends Error {}

@Module({})
class AdminCreateModule {
  static for(config: SharedConfig): DynamicModule {
    const platform = [
      ConfigModule.for(config),
      LoggerModule.for(createWinston(config, 'admin-create')),
      DatabaseModule,
      CacheModule,
    ];
    return { module: AdminCreateModule, imports: [...platform, AdminAccountsModule] };
  }
}

function readAccount(env: NodeJS.ProcessEnv): z.infer<typeof registerSchema> {
  const account = registerSchema.safeParse({
    email: env[VARIABLES.email] ?? '',
    password: env[VARIABLES.password] ?? '',
    name: env[VARIABLES.name] || 'Administrator',
  });
  if (account.success) return account.data;
  const problems = account.error.issues.map(
    ({ path, message }) => `${VARIABLES[path[0] as keyof typeof VARIABLES]}: ${message}`,
  );
  throw new CommandError(`The admin account cannot be made. ${problems.join('; ')}`);
}

async function createAdmin(env: NodeJS.ProcessEnv): Promise<string> {
  const account = readAccount(env);
  const app = await NestFactory.createApplicationContext(
    AdminCreateModule.for(loadSharedConfig(env)),
    { logger: false, abortOnError: false },
  );
  try {
    const { email } = await app.get(AdminAccounts).save(account);
    return `${email} is an admin and can sign in now.`;
  } finally {
    await app.close();
  }
}

function explain(error: unknown): string {
  if (error instanceof CommandError || error instanceof ConfigError) return error.message;
  if (error instanceof AppError) return `The admin account cannot be made. ${error.detail}`;
  if (isDatabaseUnavailable(error)) return 'The database in DATABASE_URL cannot be reached.';
  return `The admin account cannot be made: ${error instanceof Error ? error.message : String(error)}`;
}

/**
 * Makes the account of ADMIN_EMAIL an admin with ADMIN_PASSWORD (and ADMIN_NAME when it is new), in the
 * database of DATABASE_URL. Never throws: `message` is one sentence for the terminal.
 */
export async function runAdminCreate(
  env: NodeJS.ProcessEnv,
): Promise<{ succeeded: boolean; message: string }> {
  try {
    return { succeeded: true, message: await createAdmin(env) };
  } catch (error) {
    return { succeeded: false, message: explain(error) };
  }
}
