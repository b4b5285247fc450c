import type { Rule } from './rules.js';
import type { Subject } from './subject.js';

/** A rule applied to somebody. */
export interface Count {
  rule: Rule;
  subject: Subject;
  /** Counted apart within the subject. */
  part?: string;
}

/** What came of counting one request. */
export interface WindowResult {
  allowed: boolean;
  /** The one that refused, else the one closest to doing so. */
  count: Count;
  /** What was in force: less than the rule says while Redis is away and the rule is then stricter. */
  limit: number;
  hits: number;
  /** Until the oldest request counted leaves the window: when one more is possible, if it was refused. */
  resetSeconds: number;
  /** Takes the request off the count again. */
  refund(): Promise<void>;
}

/** Counts requests in sliding windows. */
export interface SlidingWindow {
  /** Counts one request against all `counts`, which are of one subject, or, when one of them is spent, against none. */
  hit(counts: readonly Count[]): Promise<WindowResult>;
  /** Forgets all that was counted for the subject. */
  reset(subject: Subject): Promise<void>;
}
