import { Injectable } from '@nestjs/common';
import { ApiConfig } from '../../../config/api.config.js';
import { AppLogger } from '../../../logger/app-logger.js';
import { rateLimited } from '../../../throttler/failure-limiter.js';
import { TokenBuckets } from '../../../throttler/token-buckets.js';

/** Some 20 MB at most; who is forgotten has a full bucket again. */
const PAGES_KEPT = 100_000;

/** One page's saves of one attempt. */
interface SavingPage {
  userId: string;
  attemptId: string;
  clientId: string;
}

/**
 * How often may be saved, in this process alone: a save needs no Redis. A page pays for what was applied, never
 * for a repeat or a conflict, so a bad line or a second device does not use up what it has. A user pays for every
 * request, out of a bucket so large that only who floods finds its bottom, with however many pages.
 */
@Injectable()
export class SaveLimit {
  private readonly pages: TokenBuckets;
  private readonly users: TokenBuckets;
  private readonly enabled: boolean;

  constructor(
    config: ApiConfig,
    private readonly logger: AppLogger,
  ) {
    const { enabled, autosave } = config.rateLimit;
    this.enabled = enabled;
    const { burst, refillSeconds, perUserAndMinute } = autosave;
    this.pages = new TokenBuckets({ burst, refillSeconds, maxKeys: PAGES_KEPT });
    this.users = new TokenBuckets({
      burst: perUserAndMinute,
      refillSeconds: 60 / perUserAndMinute,
      maxKeys: PAGES_KEPT,
    });
  }

  /** @throws AppError RATE_LIMITED with `retryAfterSeconds` */
  check(page: SavingPage): void {
    if (!this.enabled) return;
    const userWaits = this.users.waitSeconds(page.userId);
    if (userWaits === 0) this.users.take(page.userId);
    const waitSeconds = Math.max(userWaits, this.pages.waitSeconds(keyOf(page)));
    if (waitSeconds === 0) return;
    this.logger.warn('rate limit reached', { limit: 'autosave', attemptId: page.attemptId });
    throw rateLimited(waitSeconds);
  }

  /** A save of this page was applied. */
  charge(page: SavingPage): void {
    if (this.enabled) this.pages.take(keyOf(page));
  }
}

function keyOf({ attemptId, clientId }: SavingPage): string {
  return `${attemptId}:${clientId}`;
}
