import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import winston from 'winston';
import { RAISED_LIMITS } from '../../scripts/lib/raised-limits.mjs';
import type { TestDatabase } from '../../scripts/lib/test-services.mjs';
import { ApiModule } from '../../src/api.module.js';
import { loadApiConfig } from '../../src/config/load-config.js';
import { createApiApp } from '../../src/http/create-api-app.js';
import { createTestRedis } from './redis.js';

export interface TestAppOptions {
  database: Pick<TestDatabase, 'appUrl'>;
  /** Further or other settings, as environment variables. */
  env?: Record<string, string>;
  /** Where log lines go; nowhere when left out. */
  logTransport?: winston.transport;
}

/** The whole API in this process, as it runs in production but for listening: use `app.inject`. */
export async function createTestApp(options: TestAppOptions): Promise<NestFastifyApplication> {
  const config = loadApiConfig({
    NODE_ENV: 'test',
    DATABASE_URL: options.database.appUrl,
    DATABASE_POOL_MIN: '0',
    DATABASE_POOL_MAX: '10',
    REDIS_URL: options.env?.REDIS_URL ?? (await createTestRedis()),
    JWT_SECRET: randomBytes(32).toString('hex'),
    ...RAISED_LIMITS,
    RATE_LIMIT_REGISTER: '1000000',
    ...options.env,
  });
  const logger = winston.createLogger({
    level: 'debug',
    levels: { error: 0, warn: 1, info: 2, http: 3, debug: 4 },
    silent: options.logTransport === undefined,
    transports: [options.logTransport ?? new winston.transports.Console({ silent: true })],
  });
  const app = await createApiApp(ApiModule.for(config, logger), config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
