import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { SharedConfig } from '../config/shared.config.js';
import { AppLogger } from '../logger/app-logger.js';
import { CacheStatistics } from './cache-statistics.service.js';
import { CachedAnswer } from './cached-answer.js';
import { allFamilies, type CacheDefinition, type CacheFamily } from './define-cache.js';
import { RedisCacheStore, type CacheEntry, type CacheRead } from './redis-cache.store.js';
import { isRolledOut } from './roll-out.js';
import { SharedLoads } from './shared-loads.js';

/** Each time to live is shortened by up to this share, so that entries made together do not expire together. */
const TTL_JITTER = 0.1;
/** Characters of JSON: to move more could take longer than a request may wait for Redis. */
const LONGEST_VALUE = 500_000;
/** How long a value is waited for that another process loads, and how often it is looked for. */
const WAIT = { rounds: 5, pauseMs: 20 };

type Listener = (marks: readonly string[]) => void;

/** A typed cache in front of the database; with Redis away or the cache off every answer is loaded. */
@Injectable()
export class CacheService {
  private readonly loads = new SharedLoads();
  private readonly listeners = new Set<Listener>();

  constructor(
    private readonly store: RedisCacheStore,
    private readonly statistics: CacheStatistics,
    private readonly config: SharedConfig,
    private readonly logger: AppLogger,
  ) {}

  /** The value of `answer`. */
  async getOrSet<Params, Value>(
    definition: CacheDefinition<Params, Value>,
    params: Params,
    load: () => Promise<Value>,
  ): Promise<Value> {
    return (await this.answer(definition, params, load)).value;
  }

  /**
   * The cached value, or `load()`'s, stored for the next caller. Callers that miss together share one load, also with
   * other processes as far as that costs no long wait. Only `undefined` counts as nothing to store, and nothing is
   * stored when `lasts` says, after the load, that the value may change without anybody announcing it. An error of
   * `load` reaches every waiting caller. What is announced as changed before the call is never answered as it was.
   */
  async answer<Params, Value>(
    definition: CacheDefinition<Params, Value>,
    params: Params,
    load: () => Promise<Value>,
    lasts: () => boolean = () => true,
  ): Promise<CachedAnswer<Value>> {
    const entry = entryOf(definition, params);
    if (!this.isOn(entry)) return CachedAnswer.ofValue(await load(), 'BYPASS');
    const read = await this.read(definition, entry);
    if (read !== null && read.text !== null) return CachedAnswer.ofText(read.text, 'HIT');
    // By its stamp: whoever comes after a change shares no load from before it.
    const name = `${entry.key}\n${read?.stamp ?? ''}`;
    return this.loads.run(name, entry.marks, () =>
      this.load(definition, entry, read, { load, lasts }),
    );
  }

  /** What is cached, or undefined. */
  async get<Params, Value>(
    definition: CacheDefinition<Params, Value>,
    params: Params,
  ): Promise<Value | undefined> {
    const entry = entryOf(definition, params);
    const read = this.isOn(entry) ? await this.read(definition, entry) : null;
    if (read === null) return undefined;
    if (read.text === null) await this.store.unlock(entry, read.stamp);
    return read.text === null ? undefined : (JSON.parse(read.text) as Value);
  }

  /**
   * Stores a value that was made after the last change of what it depends on. Where it is read from the database, use
   * `getOrSet`, which notices a change meanwhile.
   */
  async set<Params, Value>(
    definition: CacheDefinition<Params, Value>,
    params: Params,
    value: Value,
  ): Promise<void> {
    const entry = entryOf(definition, params);
    const read = this.isOn(entry) ? await this.store.read(entry) : null;
    if (read !== null) await this.keep(definition, entry, read.stamp, value);
  }

  /** Forgets one value. A change of what values are made of is announced by `Changes` instead. */
  async del<Params, Value>(
    definition: CacheDefinition<Params, Value>,
    params: Params,
  ): Promise<void> {
    if (!this.config.cache.enabled) return;
    this.statistics.count('deletes', definition.name);
    await this.store.remove(entryOf(definition, params));
  }

  /** Forgets every value of a family. */
  async clear(family: CacheFamily): Promise<void> {
    this.statistics.count('deletes', family.name);
    await this.invalidate([familyMark(family)]);
  }

  /** Forgets every value that depends on one of these marks; after the commit that changed what they stand for. */
  async invalidate(marks: readonly string[]): Promise<void> {
    if (this.config.cache.enabled) {
      await this.store.change(marks);
      this.loads.leave(marks);
    }
    for (const listener of this.listeners) this.tell(listener, marks);
  }

  /**
   * Calls `listener` with the marks (`quiz:<id>`, `quiz:*`, `family:<name>` …) of every change announced in this
   * process, once the cache has forgotten what depends on them; also while the cache is off. Nobody waits for it.
   */
  onInvalidated(listener: Listener): void {
    this.listeners.add(listener);
  }

  /** How long values of a family are kept, in seconds. */
  ttlSeconds({ lifetime }: CacheFamily): number {
    return this.config.cache.ttlSeconds[lifetime];
  }

  findFamily(name: string): CacheFamily | null {
    return allFamilies().find((family) => family.name === name) ?? null;
  }

  private isOn({ key }: CacheEntry): boolean {
    const { enabled, rolloutPercent } = this.config.cache;
    return enabled && isRolledOut(key, rolloutPercent);
  }

  private async read({ name }: CacheFamily, entry: CacheEntry): Promise<CacheRead | null> {
    const begin = performance.now();
    const read = await this.store.read(entry);
    if (read === null) this.statistics.count('errors', name);
    else {
      this.statistics.countLatency(performance.now() - begin);
      this.statistics.count(read.text === null ? 'misses' : 'hits', name);
      if (read.outdated) this.statistics.count('deletes', name);
    }
    return read;
  }

  private async load<Params, Value>(
    definition: CacheDefinition<Params, Value>,
    entry: CacheEntry,
    read: CacheRead | null,
    { load, lasts }: { load: () => Promise<Value>; lasts: () => boolean },
  ): Promise<CachedAnswer<Value>> {
    const current = read?.loading === true ? await this.waitFor(entry, read) : read;
    if (current !== null && current.text !== null) return CachedAnswer.ofText(current.text, 'MISS');
    let value: Value;
    try {
      value = await load();
    } catch (error) {
      if (current !== null) await this.store.unlock(entry, current.stamp);
      throw error;
    }
    if (current !== null) {
      if (value === undefined || !lasts()) await this.store.unlock(entry, current.stamp);
      else await this.keep(definition, entry, current.stamp, value);
    }
    return CachedAnswer.ofValue(value, 'MISS');
  }

  /** What another process loads, if that is done soon; else its turn has passed to whoever asks. */
  private async waitFor(entry: CacheEntry, read: CacheRead): Promise<CacheRead | null> {
    let last: CacheRead | null = read;
    for (let round = 0; round < WAIT.rounds && last?.loading === true; round += 1) {
      await delay(WAIT.pauseMs);
      last = await this.store.read(entry);
    }
    return last;
  }

  private async keep<Params, Value>(
    definition: CacheDefinition<Params, Value>,
    entry: CacheEntry,
    stamp: string,
    value: Value,
  ): Promise<void> {
    const longest = this.config.cache.ttlSeconds.missing;
    const lifetime = this.ttlSeconds(definition);
    const ttl = value === null ? Math.min(longest, lifetime) : lifetime;
    const ttlSeconds = Math.max(1, Math.round(ttl * (1 - Math.random() * TTL_JITTER)));
    const text = JSON.stringify(value);
    if (text.length > LONGEST_VALUE) return this.store.unlock(entry, stamp);
    const stored = await this.store.write(entry, { stamp, text, ttlSeconds });
    if (stored) this.statistics.count('sets', definition.name);
  }

  private tell(listener: Listener, marks: readonly string[]): void {
    try {
      listener(marks);
    } catch (error) {
      this.logger.error('a listener of changes failed', error);
    }
  }
}

function familyMark({ name }: CacheFamily): string {
  return `family:${name}`;
}

function entryOf<Params, Value>(
  definition: CacheDefinition<Params, Value>,
  params: Params,
): CacheEntry {
  const { name, version } = definition;
  const marks = [familyMark(definition), ...definition.dependsOn(params)];
  return { key: `${name}:v${version}:${definition.key(params)}`, marks };
}
