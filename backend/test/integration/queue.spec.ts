import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import winston from 'winston';
import { z } from 'zod';
import { type OwnRedis, startOwnRedis } from '../../scripts/lib/test-services.mjs';
import { ConfigModule } from '../../src/config/config.module.js';
import { loadWorkerConfig } from '../../src/config/load-config.js';
import { LoggerModule } from '../../src/logger/logger.module.js';
import { currentContext, runInContext } from '../../src/logger/request-context.js';
import { defineJob } from '../../src/queue/define-job.js';
import { JobHandler, type JobProcessor } from '../../src/queue/job-handler.decorator.js';
import { JobProducer } from '../../src/queue/job-producer.js';
import { JobRunner } from '../../src/queue/job-runner.service.js';
import { QueueModule } from '../../src/queue/queue.module.js';
import { RedisModule } from '../../src/redis/redis.module.js';
import { createTestRedis } from '../support/redis.js';

interface Note {
  note: string;
}

const writeNote = defineJob<Note>({
  name: 'write-note',
  queue: 'quiz-processing',
  attempts: 3,
  priority: 'MEDIUM',
  schema: z.strictObject({ note: z.string().max(10) }),
});

const written: { note: string; requestId: string | undefined }[] = [];
let waiting: ((signal: AbortSignal) => Promise<void>) | undefined;

@JobHandler(writeNote)
class NoteWriter implements JobProcessor<Note> {
  async process({ note }: Note, signal: AbortSignal): Promise<void> {
    await waiting?.(signal);
    written.push({ note, requestId: currentContext()?.requestId });
  }
}

@JobHandler(writeNote)
class SecondWriter extends NoteWriter {}

/** A process with the queue and these handlers. */
async function startProcess(redisUrl: string, handlers: (typeof NoteWriter)[]) {
  @Module({ providers: handlers })
  class Handlers {}

  @Module({})
  class Root {}
  const config = loadWorkerConfig({
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://none',
    REDIS_URL: redisUrl,
  });
  const root = {
    module: Root,
    imports: [
      ConfigModule.for(config),
      LoggerModule.for(winston.createLogger({ silent: true })),
      RedisModule,
      QueueModule.for('worker'),
      Handlers,
    ],
  };
  return NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
}

type Process = Awaited<ReturnType<typeof startProcess>>;

async function stop(process: Process): Promise<void> {
  await process.get(JobRunner).stop(0);
  await process.close();
}

function isWritten(note: string): Promise<void> {
  return vi.waitFor(() => expect(written.map((line) => line.note)).toContain(note), {
    timeout: 30_000,
    interval: 20,
  });
}

describe('the boot of a worker', () => {
  it('is refused when a kind of job has no handler', async () => {
    await expect(startProcess(await createTestRedis(), [])).rejects.toThrow(
      'Jobs without a handler: write-note',
    );
  });

  it('is refused when a kind of job has two handlers', async () => {
    const redisUrl = await createTestRedis();
    await expect(startProcess(redisUrl, [NoteWriter, SecondWriter])).rejects.toThrow(
      'Job write-note has two handlers',
    );
  });

  it('is refused when two kinds of job have one name', () => {
    expect(() => defineJob({ ...writeNote, priority: 'LOW' })).toThrow(
      'write-note is defined twice',
    );
  });
});

describe('a job', () => {
  let process: Process;
  beforeAll(async () => {
    process = await startProcess(await createTestRedis(), [NoteWriter]);
  });
  afterAll(() => stop(process));

  it('is handled under the request id of whoever added it', async () => {
    const jobs = process.get(JobProducer);
    await runInContext({ requestId: 'request-1' }, () => jobs.add(writeNote, { note: 'one' }));
    await isWritten('one');
    expect(written.find(({ note }) => note === 'one')?.requestId).toBe('request-1');
  });

  it('is refused when its data is not as declared, before it is added', async () => {
    const jobs = process.get(JobProducer);
    await expect(jobs.add(writeNote, { note: 'much too long' })).rejects.toThrow();
    await expect(jobs.add(writeNote, { note: 'x', more: 1 } as Note)).rejects.toThrow();
  });

  it('is tried again when it fails', async () => {
    let tries = 0;
    waiting = () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('once')) : Promise.resolve();
    };
    try {
      await process.get(JobProducer).add(writeNote, { note: 'retried' });
      await isWritten('retried');
      expect(tries).toBe(2);
    } finally {
      waiting = undefined;
    }
  });
});

describe('a worker that stops', () => {
  it('tells the job under way to end, and waits until it has', async () => {
    const process = await startProcess(await createTestRedis(), [NoteWriter]);
    let ended = false;
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    waiting = async (signal) => {
      begin();
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      ended = true;
    };
    try {
      await process.get(JobProducer).add(writeNote, { note: 'last' });
      await begun;
      await process.get(JobRunner).stop(0);
      expect(ended).toBe(true);
    } finally {
      waiting = undefined;
      await process.close();
    }
  });
});

describe('a worker that takes no jobs though some wait', () => {
  it('is replaced, and not before it has had time to take them', async () => {
    const process = await startProcess(await createTestRedis(), [NoteWriter]);
    const runner = process.get(JobRunner);
    const [lost] = runner.workers.map(({ bull }) => bull);
    await lost?.pause(true);
    // It still takes the one that it was waiting for.
    await process.get(JobProducer).add(writeNote, { note: 'its last' });
    await isWritten('its last');
    await runner.lookAfterWorkers();
    await process.get(JobProducer).add(writeNote, { note: 'overdue' });
    for (const isLost of [true, true, false]) {
      await runner.lookAfterWorkers();
      expect(runner.workers[0]?.bull === lost).toBe(isLost);
    }
    await isWritten('overdue');
    for (let looks = 0; looks < 5; looks += 1) await runner.lookAfterWorkers();
    expect(lost?.closing).toBeDefined();
    expect(runner.workers[0]?.bull.closing).toBeUndefined();
    await stop(process);
  });
});

describe('the queue when Redis goes away', () => {
  let redis: OwnRedis;
  beforeAll(async () => {
    redis = await startOwnRedis();
  });
  afterAll(() => redis.stop());

  it('answers who adds within its second, and jobs flow again without a restart', async () => {
    const process = await startProcess(redis.url, [NoteWriter]);
    const jobs = process.get(JobProducer);
    await jobs.add(writeNote, { note: 'before' });
    await isWritten('before');
    await redis.kill();
    const begin = performance.now();
    expect(await jobs.add(writeNote, { note: 'lost' })).toBe(false);
    expect(performance.now() - begin).toBeLessThan(1_500);
    await redis.restart();
    await vi.waitFor(async () => expect(await jobs.add(writeNote, { note: 'after' })).toBe(true), {
      timeout: 30_000,
      interval: 200,
    });
    await isWritten('after');
    await stop(process);
  });

  it('begins to work when Redis comes after the start', async () => {
    await redis.kill();
    const process = await startProcess(redis.url, [NoteWriter]);
    const jobs = process.get(JobProducer);
    expect(await jobs.add(writeNote, { note: 'early' })).toBe(false);
    await redis.restart();
    await vi.waitFor(async () => expect(await jobs.add(writeNote, { note: 'late' })).toBe(true), {
      timeout: 30_000,
      interval: 200,
    });
    await isWritten('late');
    await stop(process);
  });

  it('ends in time when Redis is away at the end', async () => {
    const process = await startProcess(redis.url, [NoteWriter]);
    await process.get(JobProducer).add(writeNote, { note: 'ready' });
    await isWritten('ready');
    await redis.kill();
    const begin = performance.now();
    await stop(process);
    expect(performance.now() - begin).toBeLessThan(5_000);
    await redis.restart();
  });
});
