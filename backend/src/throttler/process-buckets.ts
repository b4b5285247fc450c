import { Injectable } from '@nestjs/common';
import type { Rule, RuleName } from './rules.js';
import type { Subject } from './subject.js';
import { TokenBuckets } from './token-buckets.js';

/** Of one rule, some 20 MB at most; who is forgotten has a full bucket again. */
const SUBJECTS_KEPT = 100_000;

/** The counts that this process holds by itself: they cost no Redis, and are as many as there are instances. */
@Injectable()
export class ProcessBuckets {
  private readonly byRule = new Map<RuleName, TokenBuckets>();

  /** Takes one token if there is one. `resetSeconds`: until there is one more. */
  take(rule: Rule, { id }: Subject): { allowed: boolean; remaining: number; resetSeconds: number } {
    const buckets = this.bucketsOf(rule);
    const waitSeconds = buckets.waitSeconds(id);
    if (waitSeconds > 0) return { allowed: false, remaining: 0, resetSeconds: waitSeconds };
    buckets.take(id);
    const { tokens, nextSeconds } = buckets.left(id);
    return { allowed: true, remaining: tokens, resetSeconds: nextSeconds };
  }

  reset({ id }: Subject): void {
    for (const buckets of this.byRule.values()) buckets.refill(id);
  }

  private bucketsOf({ name, limit, windowSeconds }: Rule): TokenBuckets {
    const known = this.byRule.get(name);
    if (known !== undefined) return known;
    const buckets = new TokenBuckets({
      burst: limit,
      refillSeconds: windowSeconds / limit,
      maxKeys: SUBJECTS_KEPT,
    });
    this.byRule.set(name, buckets);
    return buckets;
  }
}
