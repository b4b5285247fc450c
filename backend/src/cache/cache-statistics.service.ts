import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SharedConfig } from '../config/shared.config.js';
import { RecurringWork } from '../lifecycle/recurring-work.js';
import {
  add,
  count,
  countLatency,
  readTally,
  type CacheFigures,
  type Counted,
  type Tally,
} from './cache-statistics.js';
import { RedisCacheStore } from './redis-cache.store.js';

/** How long what a process has counted may be missing from the sum of all. */
const SHARE_SECONDS = 2;
const SUM = 'statistics';

/**
 * Arguments: now, since when the sum is as far as the process knows ('' if it does not), field, number, … Adds them,
 * unless the sum began anew: they were counted before. Returns the whole sum.
 */
const ADD = `
redis.call('HSETNX', KEYS[1], 'since', ARGV[1])
if ARGV[2] == '' or redis.call('HGET', KEYS[1], 'since') == ARGV[2] then
  for i = 3, #ARGV, 2 do redis.call('HINCRBY', KEYS[1], ARGV[i], ARGV[i + 1]) end
end
return redis.call('HGETALL', KEYS[1])`;

/** What was counted, by whom. */
export interface CacheReport extends CacheFigures {
  /** `all`: of all processes; `process`: of this one, as Redis does not answer. */
  scope: 'all' | 'process';
  since: Date;
}

/**
 * Counts what the cache does. Each process counts in memory, and now and then adds what is new to a sum in Redis: so
 * counting costs no round trip, and any process can tell of all.
 */
@Injectable()
export class CacheStatistics implements OnApplicationBootstrap, OnModuleDestroy {
  /** Of this process since `since`. */
  private own: Tally = new Map();
  /** Not in the sum yet. */
  private unshared: Tally = new Map();
  private since = new Date();
  private sumSince = '';
  private sharing: Promise<unknown> = Promise.resolve();
  private readonly work = new RecurringWork(async () => {
    if (this.unshared.size > 0) await this.share();
    return SHARE_SECONDS;
  });

  constructor(
    private readonly store: RedisCacheStore,
    private readonly config: SharedConfig,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.cache.enabled) this.work.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.work.stop();
    if (this.unshared.size > 0) await this.share();
  }

  count(what: Counted, family: string): void {
    count(this.own, what, family);
    count(this.unshared, what, family);
  }

  countLatency(milliseconds: number): void {
    countLatency(this.own, milliseconds);
    countLatency(this.unshared, milliseconds);
  }

  async report(): Promise<CacheReport> {
    const sum = await this.share();
    if (sum === null) return { scope: 'process', since: this.since, ...readTally(this.own) };
    return { scope: 'all', since: new Date(Number(sum.get('since'))), ...readTally(sum) };
  }

  /** Begins again from nothing. */
  async reset(): Promise<void> {
    await this.sharing;
    this.own = new Map();
    this.unshared = new Map();
    this.since = new Date();
    this.sumSince = '';
    await this.store.ask((redis) => redis.del(this.store.keyOf(SUM)));
  }

  /** One at a time: what could not be added is added later, and once. */
  private share(): Promise<Tally | null> {
    const next = this.sharing.then(() => this.addToSum());
    this.sharing = next;
    return next;
  }

  private async addToSum(): Promise<Tally | null> {
    if (!this.config.cache.enabled) return null;
    const taken = this.unshared;
    this.unshared = new Map();
    const args = [Date.now(), this.sumSince, ...[...taken].flat()];
    const sum = await this.store.ask((redis) => redis.eval(ADD, 1, this.store.keyOf(SUM), ...args));
    if (sum !== null) {
      const tally = toTally(sum as string[]);
      this.sumSince = String(tally.get('since'));
      return tally;
    }
    for (const [field, number] of taken) add(this.unshared, field, number);
    return null;
  }
}

/** Redis tells fields and values in turn. */
function toTally(flat: readonly string[]): Tally {
  return new Map(
    flat.flatMap((field, index): [string, number][] =>
      index % 2 === 0 ? [[field, Number(flat[index + 1])]] : [],
    ),
  );
}
