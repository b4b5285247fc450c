import { Injectable } from '@nestjs/common';
import { LimitRecorder } from './limit-recorder.js';
import { rateLimited } from './rate-limited.js';
import { RedisWindow } from './redis-window.js';
import type { Count, WindowResult } from './sliding-window.js';

/** A try that counts as failed until it is refunded. */
export interface Reservation {
  refund(): Promise<void>;
}

/**
 * Limits failures, not tries: every try is counted before it is made (so that a burst of parallel guesses cannot
 * slip through) and refunded when it succeeds.
 */
@Injectable()
export class FailureLimiter {
  constructor(
    private readonly window: RedisWindow,
    private readonly recorder: LimitRecorder,
  ) {}

  /**
   * Counts one try against each. They are of different callers, so they are asked one after the other; what the
   * first have counted is taken back where a later one refuses.
   * @throws AppError RATE_LIMITED with `retryAfterSeconds`
   */
  async reserve(...counts: Count[]): Promise<Reservation> {
    const counted: WindowResult[] = [];
    const refund = async () => {
      await Promise.all(counted.map((result) => result.refund()));
    };
    for (const count of counts) {
      const { rule, subject } = count;
      const result = await this.window.hit([count]);
      const { allowed, limit, hits, resetSeconds } = result;
      this.recorder.record({ rule, subject, allowed, limit, remaining: limit - hits });
      if (!allowed) {
        await refund();
        throw rateLimited(resetSeconds, rule);
      }
      counted.push(result);
    }
    return { refund };
  }
}
