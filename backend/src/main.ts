import 'reflect-metadata';
import { ApiModule } from './api.module.js';
import { WarmUp } from './cache/warm-up.service.js';
import { loadApiConfig } from './config/load-config.js';
import { createApiApp } from './http/create-api-app.js';
import { createWinston } from './logger/winston.js';
import { announceReady, fail, stopOnSignal } from './lifecycle/process-lifecycle.js';

async function start(): Promise<void> {
  const config = loadApiConfig();
  const winston = createWinston(config, 'api');
  const app = await createApiApp(ApiModule.for(config, winston), config);
  stopOnSignal(() => app.close(), config.shutdownDrainSeconds);
  await app.listen(config.http.port, config.http.host);
  winston.info('api ready', { context: { host: config.http.host, port: config.http.port } });
  announceReady();
  app.get(WarmUp).start();
}

start().catch(fail);
