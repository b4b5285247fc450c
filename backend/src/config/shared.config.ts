import type { SharedEnv } from './env.schema.js';

export interface RedisTarget {
  url: string;
}

function redisTarget(env: SharedEnv): RedisTarget {
  if (env.REDIS_URL !== undefined) return { url: env.REDIS_URL };
  return { url: hostUrl(env.REDIS_HOST ?? '127.0.0.1', env.REDIS_PORT, env.REDIS_PASSWORD) };
}

function hostUrl(host: string, port: number, password: string | undefined): string {
  const credentials =
    password === undefined || password === '' ? '' : `:${encodeURIComponent(password)}@`;
  return `redis://${credentials}${host}:${port}`;
}

function queueRedisTarget(env: SharedEnv): RedisTarget {
  return env.BULL_REDIS_HOST === undefined
    ? redisTarget(env)
    : { url: hostUrl(env.BULL_REDIS_HOST, env.BULL_REDIS_PORT, env.REDIS_PASSWORD) };
}

/** Settings both processes have, checked. Times carry their unit in the name. */
export class SharedConfig {
  constructor(protected readonly env: SharedEnv) {}

  readonly environment = this.env.NODE_ENV;
  readonly database = {
    url: this.env.DATABASE_URL,
    poolMin: this.env.DATABASE_POOL_MIN,
    poolMax: this.env.DATABASE_POOL_MAX,
    connectTimeoutMs: this.env.DATABASE_CONNECT_TIMEOUT_MS,
    statementTimeoutMs: this.env.DATABASE_STATEMENT_TIMEOUT_MS,
  };
  readonly redis = {
    ...redisTarget(this.env),
    commandTimeoutMs: this.env.REDIS_COMMAND_TIMEOUT_MS,
  };
  readonly queueRedis = queueRedisTarget(this.env);
  readonly cache = { enabled: this.env.CACHE_ENABLED, ttlSeconds: this.env.CACHE_TTL };
  readonly log = {
    level: this.env.LOG_LEVEL,
    fileEnabled: this.env.LOG_FILE_ENABLED,
    directory: this.env.LOG_DIR,
    retentionDays: this.env.LOG_RETENTION_DAYS,
    readable: this.env.NODE_ENV === 'local' || this.env.NODE_ENV === 'development',
  };
  readonly shutdownDrainSeconds = this.env.SHUTDOWN_DRAIN_SECONDS;
  readonly importMaxBytes = this.env.IMPORT_MAX_MEGABYTES * 1024 * 1024;
}
