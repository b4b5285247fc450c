import { Injectable } from '@nestjs/common';
import { ApiConfig } from '../../config/api.config.js';
import { sha256Hex } from '../../shared/hash.js';
import { FailureLimiter, type Reservation } from '../../throttler/failure-limiter.js';

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
   * Counts an attempt as failed before it is made, so that parallel ones cannot slip through;
   * `refund()` the reservation when it did not fail. @throws AppError RATE_LIMITED
   */
  reserve(email: string, ip: string): Promise<Reservation> {
    const { perAccount, perAddress, windowSeconds } = this.config.rateLimit.login;
    const limits = [
      { key: `login:account:${sha256Hex(email)}:${ip}`, limit: perAccount },
      { key: `login:address:${ip}`, limit: perAddress },
    ];
    return this.limiter.reserve(
      limits.map(({ key, limit }) => ({
        key,
        limit,
        windowSeconds,
        fallbackLimit: Math.ceil(limit * FALLBACK_SHARE),
      })),
    );
  }
}
