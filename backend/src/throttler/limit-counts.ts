import type { RuleName } from './rules.js';
import type { Subject } from './subject.js';

/** Requests a rule was asked about, and those that it refused. */
export interface Tally {
  hits: number;
  violations: number;
}

/** More callers than this between two reports are counted with their rule only. */
const MAX_CALLERS = 5_000;

/** Who was counted by which rule, as a key of Redis and back. */
export interface Caller {
  rule: RuleName;
  subject: Subject;
}

export function callerKey({ rule, subject }: Caller): string {
  return `${rule}|${subject.kind}|${subject.id}`;
}

export function readCaller(key: string): Caller {
  const [rule, kind, id = ''] = key.split('|');
  return { rule: rule as RuleName, subject: { kind: kind as Subject['kind'], id } };
}

/** What the limits of this process did since it was last told to everybody. */
export class LimitCounts {
  readonly rules = new Map<RuleName, Tally>();
  readonly callers = new Map<string, Tally>();

  get isEmpty(): boolean {
    return this.rules.size === 0;
  }

  /** `caller` is left out where there are too many requests to tell them apart. */
  add(rule: RuleName, allowed: boolean, caller?: Subject): void {
    raise(this.rules, rule, 1, allowed ? 0 : 1);
    if (caller === undefined) return;
    const key = callerKey({ rule, subject: caller });
    if (!this.callers.has(key) && this.callers.size >= MAX_CALLERS) return;
    raise(this.callers, key, 1, allowed ? 0 : 1);
  }

  /** Takes in what another one holds. */
  merge(other: LimitCounts): void {
    for (const [rule, { hits, violations }] of other.rules) {
      raise(this.rules, rule, hits, violations);
    }
    for (const [key, { hits, violations }] of other.callers) {
      raise(this.callers, key, hits, violations);
    }
  }
}

export function raise<K>(tallies: Map<K, Tally>, key: K, hits: number, violations: number): void {
  const tally = tallies.get(key);
  if (tally === undefined) {
    tallies.set(key, { hits, violations });
    return;
  }
  tally.hits += hits;
  tally.violations += violations;
}
