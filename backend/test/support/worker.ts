import { NestFactory } from '@nestjs/core';
import winston from 'winston';
import type { TestDatabase } from '../../scripts/lib/test-services.mjs';
import { loadWorkerConfig } from '../../src/config/load-config.js';
import { JobRunner } from '../../src/queue/job-runner.service.js';
import { WorkerModule } from '../../src/worker.module.js';

export interface TestWorker {
  /** What it logged, oldest first. */
  lines: { message: string; context?: { attemptId?: string } }[];
  stop: () => Promise<void>;
}

/** The whole worker in this process, as it runs in production. */
export async function startTestWorker(
  database: Pick<TestDatabase, 'appUrl'>,
  env: Record<string, string>,
): Promise<TestWorker> {
  const config = loadWorkerConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.appUrl,
    DATABASE_POOL_MIN: '0',
    DATABASE_POOL_MAX: '5',
    ...env,
  });
  const lines: TestWorker['lines'] = [];
  const keep = winston.format((line) => {
    lines.push(line as unknown as { message: string });
    return false;
  });
  const logger = winston.createLogger({
    format: keep(),
    transports: [new winston.transports.Console({ silent: true })],
  });
  const context = await NestFactory.createApplicationContext(WorkerModule.for(config, logger), {
    logger: false,
    abortOnError: false,
  });
  const stop = async () => {
    await context.get(JobRunner).stop(0);
    await context.close();
  };
  return { lines, stop };
}
