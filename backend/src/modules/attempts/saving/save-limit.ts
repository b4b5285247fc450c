import { Injectable } from '@nestjs/common';
import { ApiConfig } from '../../../config/api.config.js';
import { LimitRecorder } from '../../../throttler/limit-recorder.js';
import { rateLimited } from '../../../throttler/rate-limited.js';
import { RuleBook } from '../../../throttler/rule-book.js';
import type { Rule } from '../../../throttler/rules.js';
import { userSubject } from '../../../throttler/subject.js';
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
 * for a repeat or a conflict, so a bad line or a second device does not use up what it has. Who floods, with however
 * many pages, has been refused before: every request to save is counted for its user.
 */
@Injectable()
export class SaveLimit {
  private readonly pages: TokenBuckets;
  private readonly rule: Rule;
  private readonly enabled: boolean;

  constructor(
    config: ApiConfig,
    rules: RuleBook,
    private readonly recorder: LimitRecorder,
  ) {
    const { enabled, autosave } = config.rateLimit;
    this.enabled = enabled;
    this.rule = rules.get('autosave-page');
    const { burst, refillSeconds } = autosave;
    this.pages = new TokenBuckets({ burst, refillSeconds, maxKeys: PAGES_KEPT });
  }

  /** @throws AppError RATE_LIMITED with `retryAfterSeconds` */
  check(page: SavingPage): void {
    if (!this.enabled) return;
    const waitSeconds = this.pages.waitSeconds(keyOf(page));
    if (waitSeconds === 0) return;
    const subject = userSubject(page.userId);
    const { rule } = this;
    this.recorder.record({ rule, subject, allowed: false, limit: rule.limit, remaining: 0 });
    throw rateLimited(waitSeconds, rule);
  }

  /** A save of this page was applied. */
  charge(page: SavingPage): void {
    if (!this.enabled) return;
    this.pages.take(keyOf(page));
    this.recorder.note(this.rule);
  }
}

function keyOf({ attemptId, clientId }: SavingPage): string {
  return `${attemptId}:${clientId}`;
}
