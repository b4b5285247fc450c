import { Injectable } from '@nestjs/common';
import { ApiConfig } from '../config/api.config.js';
import { type LimitCounts, readCaller, type Tally, type Caller } from './limit-counts.js';
import { HISTORY_HOURS, LimitHistory } from './limit-history.js';
import { ProcessBuckets } from './process-buckets.js';
import { RedisWindow } from './redis-window.js';
import { RuleBook } from './rule-book.js';
import type { Rule } from './rules.js';
import type { Subject } from './subject.js';

const CALLERS_SHOWN = 20;

/** What the limits are and what they did. */
export interface LimitsReport {
  enabled: boolean;
  /** False: Redis is away, so this is what the one process knows that was asked. */
  shared: boolean;
  /** How far back `hits` and `violations` go. */
  hours: number;
  rules: (Rule & Tally)[];
  /** Those refused most often, then those who ask most. */
  callers: (Caller & Tally)[];
}

/** For those who look after the installation: what the limits did, and a new start for who has met one. */
@Injectable()
export class LimitReport {
  constructor(
    private readonly config: ApiConfig,
    private readonly book: RuleBook,
    private readonly history: LimitHistory,
    private readonly window: RedisWindow,
    private readonly buckets: ProcessBuckets,
  ) {}

  async read(): Promise<LimitsReport> {
    const { shared, counts } = await this.history.read();
    const none = { hits: 0, violations: 0 };
    return {
      enabled: this.config.rateLimit.enabled,
      shared,
      hours: HISTORY_HOURS,
      rules: this.book.all().map((rule) => ({ ...rule, ...(counts.rules.get(rule.name) ?? none) })),
      callers: topCallers(counts),
    };
  }

  /** Forgets what was counted for them; buckets that other processes hold fill up by themselves. */
  async reset(subjects: readonly Subject[]): Promise<void> {
    for (const subject of subjects) {
      this.buckets.reset(subject);
      await this.window.reset(subject);
    }
  }
}

function topCallers({ callers }: LimitCounts): (Caller & Tally)[] {
  return [...callers]
    .sort(([, a], [, b]) => b.violations - a.violations || b.hits - a.hits)
    .slice(0, CALLERS_SHOWN)
    .map(([key, tally]) => ({ ...readCaller(key), ...tally }));
}
