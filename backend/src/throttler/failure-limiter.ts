import { Injectable } from '@nestjs/common';
import { AppLogger } from '../logger/app-logger.js';
import { AppError } from '../shared/app-error.js';
import { RedisWindow } from './redis-window.js';
import type { WindowLimit } from './sliding-window.js';

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
    private readonly logger: AppLogger,
  ) {}

  /** Throws AppError RATE_LIMITED with `retryAfterSeconds` when one of the limits is spent. */
  async reserve(limits: readonly WindowLimit[]): Promise<Reservation> {
    const result = await this.window.hit(limits);
    if (result.allowed) return { refund: () => result.refund() };
    this.logger.warn('rate limit reached', { limit: result.limit.key.split(':', 1)[0] });
    throw rateLimited(result.retryAfterSeconds);
  }
}

/** The one answer to a caller who must wait. */
export function rateLimited(retryAfterSeconds: number): AppError {
  const seconds = Math.max(1, Math.ceil(retryAfterSeconds));
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return new AppError('RATE_LIMITED', 'rate-limited', `Too many tries. Please wait ${wait}.`, {
    retryAfterSeconds: seconds,
  });
}
