import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { WINSTON_MODULE_NEST_PROVIDER } from 'nest-winston';
import { loadWorkerConfig } from './config/load-config.js';
import { createWinston } from './logger/winston.js';
import { JobRunner } from './queue/job-runner.service.js';
import { beatInto } from './lifecycle/heartbeat.js';
import { announceReady, fail, stopOnSignal } from './lifecycle/process-lifecycle.js';
import { WorkerModule } from './worker.module.js';

/** Kept of the drain time for handing unfinished work back and closing connections. */
const RESERVE_MS = 2_000;

async function start(): Promise<void> {
  const config = loadWorkerConfig();
  const winston = createWinston(config, 'worker');
  const app = await NestFactory.createApplicationContext(WorkerModule.for(config, winston), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(WINSTON_MODULE_NEST_PROVIDER));
  const drainMs = Math.max(0, config.shutdownDrainSeconds * 1000 - RESERVE_MS);
  stopOnSignal(async () => {
    await app.get(JobRunner).stop(drainMs);
    await app.close();
  }, config.shutdownDrainSeconds);
  winston.info('worker ready', { context: { concurrency: config.concurrency } });
  if (config.heartbeatFile !== undefined) beatInto(config.heartbeatFile);
  announceReady();
}

start().catch(fail);
