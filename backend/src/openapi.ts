import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { ApiModule } from './api.module.js';
import { loadApiConfig } from './config/load-config.js';
import { createApiApp } from './http/create-api-app.js';
import { openApiDocument } from './http/openapi.js';
import { createWinston } from './logger/winston.js';
import { fail } from './lifecycle/process-lifecycle.js';

/** Connections are lazy: nothing has to run for the document to be written. */
const ENV = {
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
  REDIS_URL: 'redis://127.0.0.1:1',
  CACHE_ENABLED: 'false',
  JWT_SECRET: 'only for writing the document, signs nothing',
  LOG_LEVEL: 'error',
};

/** Writes openapi.json to the path given as argument: `node dist/openapi.js FILE`. */
async function write(file: string): Promise<void> {
  const config = loadApiConfig(ENV);
  const app = await createApiApp(ApiModule.for(config, createWinston(config, 'openapi')), config);
  writeFileSync(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
}

write(process.argv[2] ?? 'openapi.json').then(() => process.exit(0), fail);
