import type { CacheLifetime } from '../config/cache-lifetimes.js';

/** One family of cached values. Made by `defineCache` only. */
export interface CacheDefinition<Params, Value> {
  readonly name: string;
  readonly version: number;
  readonly key: (params: Params) => string;
  readonly dependsOn: (params: Params) => readonly string[];
  readonly lifetime: CacheLifetime;
  /** Ties the value type to the definition; never called. */
  readonly valueType?: (value: Value) => Value;
}

/** What is known of a family without its types. */
export type CacheFamily = Pick<CacheDefinition<never, never>, 'name' | 'lifetime'>;

const families = new Map<string, CacheFamily>();

/**
 * Declares a family of cached values. `key` must name every field that varies the value, and never who asks unless
 * the value is theirs alone. `dependsOn` names all that the value is made of (`one`, `any`): a change of it forgets
 * the value. Raise `version` whenever the shape of the value changes. `lifetime` names the setting that says how long
 * a value is kept. Values must survive JSON; null means that there is nothing, which is remembered for a short time
 * only. Throws when the name is taken.
 */
export function defineCache<Params, Value>(definition: {
  name: string;
  version: number;
  key: (params: Params) => string;
  dependsOn: (params: Params) => readonly string[];
  lifetime?: CacheLifetime;
}): CacheDefinition<Params, Value> {
  const { name } = definition;
  if (families.has(name)) throw new Error(`Cache ${name} is defined twice`);
  const family = { lifetime: 'general' as const, ...definition };
  families.set(name, family);
  return family;
}

/** Every family that this process has loaded, by name. */
export function allFamilies(): CacheFamily[] {
  return [...families.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
