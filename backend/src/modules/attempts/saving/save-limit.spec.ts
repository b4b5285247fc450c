import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import winston from 'winston';
import { loadApiConfig } from '../../../config/load-config.js';
import { AppLogger } from '../../../logger/app-logger.js';
import { RedisConnections } from '../../../redis/redis-connections.js';
import { LimitHistory } from '../../../throttler/limit-history.js';
import { LimitRecorder } from '../../../throttler/limit-recorder.js';
import { LimitsRedis } from '../../../throttler/limits-redis.js';
import { RuleBook } from '../../../throttler/rule-book.js';
import { SaveLimit } from './save-limit.js';

const needed = { DATABASE_URL: 'postgres://none', JWT_SECRET: 'x'.repeat(32) };
const logger = new AppLogger(winston.createLogger({ silent: true }));
const connections = new RedisConnections(loadApiConfig(needed));
const history = new LimitHistory(new LimitsRedis(connections, logger));
const recorder = new LimitRecorder(history, logger);

function limitOf(env: Record<string, string> = {}): SaveLimit {
  const config = loadApiConfig({ ...needed, ...env });
  return new SaveLimit(config, new RuleBook(config), recorder);
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

const page = (clientId: string) => ({ userId: 'student', attemptId: 'attempt', clientId });

function save(limit: SaveLimit, clientId: string): void {
  limit.check(page(clientId));
  limit.charge(page(clientId));
}

describe('the limit of saves', () => {
  it('is never met at the rhythm of two devices that merge and leave for two hours', () => {
    const limit = limitOf();
    for (let minute = 0; minute < 120; minute += 1) {
      for (const device of ['laptop', 'phone']) {
        // Five saves a minute, each after a conflict, which is free, and one more on leaving.
        for (let times = 0; times < 5; times += 1) {
          limit.check(page(device));
          save(limit, device);
        }
      }
      vi.advanceTimersByTime(50_000);
      for (const device of ['laptop', 'phone']) save(limit, device);
      vi.advanceTimersByTime(10_000);
    }
  });

  it('is none where limits are off', () => {
    const limit = limitOf({ RATE_LIMIT_ENABLED: 'false' });
    for (let count = 0; count < 1000; count += 1) save(limit, 'laptop');
  });

  it('is what the settings say', () => {
    const limit = limitOf({
      RATE_LIMIT_AUTOSAVE_BURST: '2',
      RATE_LIMIT_AUTOSAVE_REFILL_SECONDS: '7',
    });
    save(limit, 'laptop');
    save(limit, 'laptop');
    expect(() => limit.check(page('laptop'))).toThrow(
      expect.objectContaining({
        code: 'RATE_LIMITED',
        details: { retryAfterSeconds: 7, rule: 'autosave-page', limit: 2, windowSeconds: 14 },
      }) as Error,
    );
    vi.advanceTimersByTime(7_000);
    limit.check(page('laptop'));
  });
});
