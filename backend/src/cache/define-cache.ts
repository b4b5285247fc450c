/** One family of cached values. Made by `defineCache` only. */
export interface CacheDefinition<Params, Value> {
  readonly name: string;
  readonly version: number;
  readonly key: (params: Params) => string;
  readonly ttlSeconds: number | undefined;
  /** Ties the value type to the definition; never called. */
  readonly valueType?: (value: Value) => Value;
}

/**
 * Declares a family of cached values. `key` must name every field that varies the value (and never who asks);
 * raise `version` whenever the shape of the value changes; without `ttlSeconds` the general CACHE_TTL holds.
 * Values must survive JSON.
 */
export function defineCache<Params, Value>(definition: {
  name: string;
  version: number;
  key: (params: Params) => string;
  ttlSeconds?: number;
}): CacheDefinition<Params, Value> {
  return { ...definition, ttlSeconds: definition.ttlSeconds };
}
