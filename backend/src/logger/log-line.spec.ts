import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { loadSharedConfig } from '../config/load-config.js';
import { AppLogger } from './app-logger.js';
import { runInContext } from './request-context.js';
import { createWinston } from './winston.js';

const directories: string[] = [];
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true });
});

/** The so many lines of the daily file that `work` writes. */
async function linesOf(
  count: number,
  work: (log: AppLogger) => void | Promise<void>,
  level = 'debug',
): Promise<string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'log-line-'));
  directories.push(directory);
  const config = loadSharedConfig({
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://none',
    LOG_LEVEL: level,
    LOG_FILE_ENABLED: 'true',
    LOG_DIR: directory,
  });
  const winston = createWinston(config, 'api');
  const [terminal, file] = winston.transports;
  if (terminal === undefined || file === undefined) throw new Error('a transport is missing');
  terminal.silent = true;
  await work(new AppLogger(winston));
  const finished = once(file, 'finish');
  winston.end();
  await finished;
  return vi.waitFor(() => {
    const name = readdirSync(directory).find((entry) => /^api-\d{4}-\d\d-\d\d\.log$/.test(entry));
    if (name === undefined) throw new Error('no file yet');
    const lines = readFileSync(join(directory, name), 'utf8').split('\n').slice(0, -1);
    expect(lines).toHaveLength(count);
    return lines;
  });
}

describe('a line of the log', () => {
  it('is one JSON object with time, level, message, context, request id and duration', async () => {
    const [line = ''] = await linesOf(1, (log) =>
      runInContext({ requestId: 'request-1', userId: 'user-1' }, () =>
        log.info('quiz changed', { quizId: 'q', durationMs: 12.5, password: 'canary' }),
      ),
    );
    expect(JSON.parse(line)).toEqual({
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown,
      level: 'info',
      message: 'quiz changed',
      process: 'api',
      requestId: 'request-1',
      duration: 12.5,
      context: { quizId: 'q', userId: 'user-1', password: '[redacted]' },
    });
  });

  it('stays one line, whatever breaks of lines a value holds', async () => {
    const forged = 'x\n{"level":"error","message":"forged"}\r\n';
    const lines = await linesOf(1, (log) => log.warn(forged, { title: forged }));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'warn', message: forged });
  });

  it('carries the id of its own request while many are served at once', async () => {
    const lines = await linesOf(50, async (log) => {
      const serve = (requestId: string) =>
        runInContext({ requestId }, async () => {
          await Promise.resolve();
          log.http('request', { asked: requestId });
        });
      await Promise.all(Array.from({ length: 50 }, (_, index) => serve(`request-${index}`)));
    });
    for (const line of lines) {
      const { requestId, context } = JSON.parse(line) as {
        requestId: string;
        context: { asked: string };
      };
      expect(context.asked).toBe(requestId);
    }
  });

  it('tells an error with its stack, and is left out below the level that is set', async () => {
    const lines = await linesOf(
      1,
      (log) => {
        log.debug('too fine');
        log.error('failed', new Error('reason'), { quizId: 'q' });
      },
      'info',
    );
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 'error', context: { quizId: 'q', error: { name: 'Error', message: 'reason' } } },
    ]);
  });
});
