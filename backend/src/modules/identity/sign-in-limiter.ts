import { Injectable } from '@nestjs/common';
import { ApiConfig } from '../../config/api.config.js';
import { FailureLimiter } from '../../throttler/failure-limiter.js';
import { RuleBook } from '../../throttler/rule-book.js';
import { accountSubject, addressSubject } from '../../throttler/subject.js';

/** Bounds guessing at one account from one address, and at any account from one address. */
@Injectable()
export class SignInLimiter {
  constructor(
    private readonly limiter: FailureLimiter,
    private readonly rules: RuleBook,
    private readonly config: ApiConfig,
  ) {}

  /**
   * Runs an attempt to sign in, null meaning that it failed. It is counted before it is made, so that
   * parallel ones cannot slip through, and taken off again unless it failed: a success costs nothing,
   * nor does a fault of ours. @throws AppError RATE_LIMITED
   */
  async limit<T>(email: string, ip: string, attempt: () => Promise<T | null>): Promise<T | null> {
    const [address, account] = [addressSubject(ip), accountSubject(email)];
    const reservation = await this.limiter.reserve(
      { rule: this.rules.get('login-address'), subject: address },
      { rule: this.rules.get('login'), subject: account, part: address.id },
    );
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
    if (!this.config.rateLimit.enabled) return;
    await this.limiter.reserve({ rule: this.rules.get('register'), subject: addressSubject(ip) });
  }
}
