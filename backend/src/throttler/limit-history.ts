import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { RedisClient } from '../redis/connect-redis.js';
import { callerKey, LimitCounts, raise, readCaller, type Tally } from './limit-counts.js';
import { LimitsRedis } from './limits-redis.js';
import type { RuleName } from './rules.js';
import type { Subject } from './subject.js';

const FLUSH_MS = 2_000;
const HOUR_MS = 3_600_000;
export const HISTORY_HOURS = 24;
const KEPT_SECONDS = (HISTORY_HOURS + 1) * 3600;
/** Callers remembered for each hour, the busiest and those refused most often; as many are read of each. */
const CALLERS_KEPT = 1_000;
const CALLERS_READ = 100;

type Reply = [Error | null, unknown][] | null;

/** The counts of all instances since a day ago, an hour a key. Told to Redis now and then, never by a request. */
@Injectable()
export class LimitHistory implements BeforeApplicationShutdown {
  private pending = new LimitCounts();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly redis: LimitsRedis) {
    this.timer = setInterval(() => void this.flush(), FLUSH_MS);
    this.timer.unref();
  }

  /** `caller` is left out where there are too many requests to tell them apart. */
  add(rule: RuleName, allowed: boolean, caller?: Subject): void {
    this.pending.add(rule, allowed, caller);
  }

  /** What is known of the last day; `shared` is false where only this process could be asked. */
  async read(): Promise<{ shared: boolean; counts: LimitCounts }> {
    await this.flush();
    const counts = new LimitCounts();
    const answer = await this.redis.attempt((redis) => readHours(redis));
    for (const hour of answer?.value ?? []) addHour(counts, hour);
    counts.merge(this.pending);
    return { shared: answer !== null, counts };
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** What Redis did not take is kept for the next time. */
  private async flush(): Promise<void> {
    if (this.pending.isEmpty) return;
    const told = this.pending;
    this.pending = new LimitCounts();
    const taken = await this.redis.attempt((redis) => writeHour(redis, told));
    if (taken === null) this.pending.merge(told);
  }
}

interface HourKeys {
  rules: string;
  hits: string;
  violations: string;
}

/** The braces keep them in one slot of a cluster. */
function keysOf(hour: number): HourKeys {
  const prefix = `limits:{${hour}}`;
  return {
    rules: `${prefix}:rules`,
    hits: `${prefix}:hits`,
    violations: `${prefix}:violations`,
  };
}

function currentHour(): number {
  return Math.floor(Date.now() / HOUR_MS);
}

async function writeHour(redis: RedisClient, { rules, callers }: LimitCounts): Promise<Reply> {
  const keys = keysOf(currentHour());
  const batch = redis.multi();
  for (const [rule, { hits, violations }] of rules) {
    batch.hincrby(keys.rules, `${rule}|hits`, hits);
    if (violations > 0) batch.hincrby(keys.rules, `${rule}|violations`, violations);
  }
  for (const [caller, { hits, violations }] of callers) {
    batch.zincrby(keys.hits, hits, caller);
    if (violations > 0) batch.zincrby(keys.violations, violations, caller);
  }
  for (const key of [keys.hits, keys.violations]) {
    batch.zremrangebyrank(key, 0, -CALLERS_KEPT - 1);
  }
  for (const key of Object.values(keys) as string[]) batch.expire(key, KEPT_SECONDS);
  return batch.exec();
}

function readHours(redis: RedisClient): Promise<Reply[]> {
  const now = currentHour();
  const hours = Array.from({ length: HISTORY_HOURS }, (_, ago) => keysOf(now - ago));
  return Promise.all(
    hours.map(({ rules, hits, violations }) =>
      redis
        .pipeline()
        .hgetall(rules)
        .zrevrange(hits, 0, CALLERS_READ - 1, 'WITHSCORES')
        .zrevrange(violations, 0, CALLERS_READ - 1, 'WITHSCORES')
        .exec(),
    ),
  );
}

function addHour(counts: LimitCounts, reply: Reply): void {
  const [rules = {}, hits = [], violations = []] = (reply ?? []).map(([, value]) => value) as [
    Record<string, string>?,
    string[]?,
    string[]?,
  ];
  for (const [field, value] of Object.entries(rules)) {
    const [rule, what] = field.split('|') as [RuleName, keyof Tally];
    const amount = Number(value);
    raise(counts.rules, rule, what === 'hits' ? amount : 0, what === 'violations' ? amount : 0);
  }
  for (const [caller, amount] of pairs(hits)) raise(counts.callers, caller, amount, 0);
  for (const [caller, amount] of pairs(violations)) raise(counts.callers, caller, 0, amount);
}

function pairs(flat: readonly string[]): [string, number][] {
  const found: [string, number][] = [];
  for (let index = 0; index < flat.length; index += 2) {
    const caller = readCaller(flat[index] ?? '');
    found.push([callerKey(caller), Number(flat[index + 1])]);
  }
  return found;
}
