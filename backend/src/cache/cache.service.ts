import { Injectable } from '@nestjs/common';
import { SharedConfig } from '../config/shared.config.js';
import type { CacheDefinition } from './define-cache.js';
import { RedisCacheStore } from './redis-cache.store.js';

/** Each time to live is shortened by up to this share, so that entries made together do not expire together. */
const TTL_JITTER = 0.1;

/** A typed cache in front of the database; with Redis away or the cache off every answer is loaded. */
@Injectable()
export class CacheService {
  private readonly loading = new Map<string, Promise<unknown>>();

  constructor(
    private readonly store: RedisCacheStore,
    private readonly config: SharedConfig,
  ) {}

  /**
   * The cached value, or `load()`'s, stored for the next caller. Callers that miss together share one load.
   * Only `undefined` counts as nothing to store; an error of `load` reaches every waiting caller.
   */
  async getOrSet<Params, Value>(
    definition: CacheDefinition<Params, Value>,
    params: Params,
    load: () => Promise<Value>,
  ): Promise<Value> {
    if (!this.config.cache.enabled) return load();
    const family = familyOf(definition);
    const key = definition.key(params);
    const flight = `${family}\n${key}`;
    const underWay = this.loading.get(flight);
    if (underWay !== undefined) return underWay as Promise<Value>;
    const promise = this.readOrLoad(definition, family, key, load).finally(() => {
      // After an invalidation a newer load may have taken the place.
      if (this.loading.get(flight) === promise) this.loading.delete(flight);
    });
    this.loading.set(flight, promise);
    return promise;
  }

  /** Forgets one value; call it after the commit that changed it. */
  async invalidate<Params, Value>(
    definition: CacheDefinition<Params, Value>,
    params: Params,
  ): Promise<void> {
    if (!this.config.cache.enabled) return;
    this.loading.delete(`${familyOf(definition)}\n${definition.key(params)}`);
    await this.store.remove(familyOf(definition), definition.key(params));
  }

  /** Forgets every value of the family. */
  async invalidateAll<Params, Value>(definition: CacheDefinition<Params, Value>): Promise<void> {
    if (!this.config.cache.enabled) return;
    const prefix = `${familyOf(definition)}\n`;
    for (const flight of this.loading.keys()) {
      if (flight.startsWith(prefix)) this.loading.delete(flight);
    }
    await this.store.removeFamily(familyOf(definition));
  }

  private async readOrLoad<Params, Value>(
    definition: CacheDefinition<Params, Value>,
    family: string,
    key: string,
    load: () => Promise<Value>,
  ): Promise<Value> {
    const cached = await this.store.read(family, key);
    if (cached !== null && cached.value !== null) return JSON.parse(cached.value) as Value;
    const value = await load();
    if (cached !== null && value !== undefined) {
      const ttl = definition.ttlSeconds ?? this.config.cache.ttlSeconds;
      const ttlSeconds = Math.max(1, Math.round(ttl * (1 - Math.random() * TTL_JITTER)));
      await this.store.write(family, key, {
        generation: cached.generation,
        value: JSON.stringify(value),
        ttlSeconds,
      });
    }
    return value;
  }
}

function familyOf(definition: { name: string; version: number }): string {
  return `${definition.name}:v${definition.version}`;
}
