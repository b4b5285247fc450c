import type { SharedEnv } from './env.schema.js';

/** What Redis is used for. Each has connections of its own, and a server of its own where one is configured. */
export const REDIS_PURPOSES = ['cache', 'limits', 'events', 'queue'] as const;
export type RedisPurpose = (typeof REDIS_PURPOSES)[number];

/** Of a server that is found by another one, so not by a URL that would hold them. */
interface Credentials {
  username: string | undefined;
  password: string | undefined;
  tls: boolean;
}

export interface RedisAddress {
  host: string;
  port: number;
}

/** Where a Redis is: one server, the primary that sentinels name, or the nodes of a cluster. */
export type RedisTarget =
  | { kind: 'server'; url: string }
  | ({
      kind: 'sentinel';
      sentinels: RedisAddress[];
      primary: string;
      sentinelPassword: string | undefined;
    } & Credentials)
  | ({ kind: 'cluster'; nodes: RedisAddress[] } & Credentials);

/** Where each purpose finds its Redis: at its own address, else where all do. */
export function redisTargets(env: SharedEnv): Record<RedisPurpose, RedisTarget> {
  const general = generalTarget(env);
  const own = (url: string | undefined): RedisTarget =>
    url === undefined ? general : { kind: 'server', url };
  const bullUrl =
    env.BULL_REDIS_HOST === undefined
      ? undefined
      : hostUrl(env.BULL_REDIS_HOST, env.BULL_REDIS_PORT, env);
  return {
    cache: own(env.CACHE_REDIS_URL),
    limits: own(env.LIMITS_REDIS_URL),
    events: own(env.EVENTS_REDIS_URL),
    queue: own(env.QUEUE_REDIS_URL ?? bullUrl),
  };
}

function generalTarget(env: SharedEnv): RedisTarget {
  const credentials: Credentials = {
    username: env.REDIS_USERNAME,
    password: env.REDIS_PASSWORD,
    tls: env.REDIS_TLS,
  };
  if (env.REDIS_CLUSTER !== undefined)
    return { kind: 'cluster', nodes: env.REDIS_CLUSTER, ...credentials };
  if (env.REDIS_SENTINELS !== undefined) {
    return {
      kind: 'sentinel',
      sentinels: env.REDIS_SENTINELS,
      primary: env.REDIS_SENTINEL_MASTER ?? '',
      sentinelPassword: env.REDIS_SENTINEL_PASSWORD,
      ...credentials,
    };
  }
  const url = env.REDIS_URL ?? hostUrl(env.REDIS_HOST ?? '127.0.0.1', env.REDIS_PORT, env);
  return { kind: 'server', url };
}

function hostUrl(host: string, port: number, env: SharedEnv): string {
  const url = new URL(`${env.REDIS_TLS ? 'rediss' : 'redis'}://${host}:${port}`);
  url.username = env.REDIS_USERNAME ?? '';
  url.password = env.REDIS_PASSWORD ?? '';
  return url.href;
}

/** What contradicts itself or misses its other half: each a path and what is wrong with it. */
export function redisContradictions(env: SharedEnv): { path: string; message: string }[] {
  const isSet = (name: keyof SharedEnv) => env[name] !== undefined;
  const problems: { path: string; message: string }[] = [];
  const refuse = (path: keyof SharedEnv, message: string) => problems.push({ path, message });
  for (const name of ['REDIS_SENTINELS', 'REDIS_CLUSTER'] as const) {
    const other = (['REDIS_URL', 'REDIS_HOST'] as const).find(isSet);
    if (isSet(name) && other) refuse(name, `contradicts ${other}: set one of them`);
  }
  if (isSet('REDIS_SENTINELS') && isSet('REDIS_CLUSTER'))
    refuse('REDIS_CLUSTER', 'contradicts REDIS_SENTINELS: set one of them');
  if (isSet('REDIS_SENTINELS') && !isSet('REDIS_SENTINEL_MASTER'))
    refuse('REDIS_SENTINEL_MASTER', 'is required with REDIS_SENTINELS');
  for (const name of ['REDIS_SENTINEL_MASTER', 'REDIS_SENTINEL_PASSWORD'] as const) {
    if (isSet(name) && !isSet('REDIS_SENTINELS')) refuse(name, 'is only for REDIS_SENTINELS');
  }
  if (isSet('QUEUE_REDIS_URL') && isSet('BULL_REDIS_HOST'))
    refuse('QUEUE_REDIS_URL', 'contradicts BULL_REDIS_HOST: set one of them');
  if (isSet('REDIS_URL') && (env.REDIS_TLS || isSet('REDIS_USERNAME')))
    refuse('REDIS_URL', 'says user and encryption itself: leave REDIS_USERNAME and REDIS_TLS out');
  return problems;
}
