import { Injectable } from '@nestjs/common';
import { ApiConfig } from '../../config/api.config.js';
import { sha256Hex } from '../../shared/hash.js';
import { FailureLimiter } from '../../throttler/failure-limiter.js';
import type { WindowLimit } from '../../throttler/sliding-window.js';

/** Without Redis each instance counts alone, so that all together stay near the shared limit. */
const FALLBACK_SHARE = 0.5;

/** Bounds guessing at one account from one address, and at any account from one address. */
@Injectable()
export class SignInLimiter {
  constructor(
    private readonly limiter: FailureLimiter,
    private readonly config: ApiConfig,
  ) {}

  /**
   * Runs an attempt to sign in, null meaning that it failed. It is counted before it is made, so that
   * parallel ones cannot slip through, and taken off again unless it failed: a success costs nothing,
   * nor does a fault of ours. @throws AppError RATE_LIMITED
   */
  async limit<T>(email: string, ip: string, attempt: () => Promise<T | null>): Promise<T | null> {
    const reservation = await this.limiter.reserve(this.limitsOf(email, ip));
    let failed = false;
    try {
      const result = await attempt();
      failed = result === null;
      return result;
    } finally {
      if (!failed) await reservation.refund();
    }
  }

  /**
   * Counts one more account for this address. Called once the request itself is in order, so that a typing
   * mistake costs nothing; a taken e-mail does count, as it answers who has an account. @throws AppError RATE_LIMITED
   */
  async countRegistration(ip: string): Promise<void> {
    const { enabled, registerPerHour } = this.config.rateLimit;
    if (!enabled) return;
    await this.limiter.reserve([
      { key: `register:${ip}`, limit: registerPerHour, windowSeconds: 3600 },
    ]);
  }

  private limitsOf(email: string, ip: string): WindowLimit[] {
    const { perAccount, perAddress, windowSeconds } = this.config.rateLimit.login;
    return [
      { key: `login:account:${sha256Hex(email)}:${ip}`, limit: perAccount },
      { key: `login:address:${ip}`, limit: perAddress },
    ].map(({ key, limit }) => ({
      key,
      limit,
      windowSeconds,
      fallbackLimit: Math.ceil(limit * FALLBACK_SHARE),
    }));
  }
}
