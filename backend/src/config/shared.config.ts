import { cacheLifetimes } from './cache-lifetimes.js';
import type { SharedEnv } from './env.schema.js';
import { redisTargets } from './redis-target.js';

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
    slowQueryMs: this.env.DATABASE_SLOW_QUERY_MS,
  };
  readonly redis = {
    targets: redisTargets(this.env),
    commandTimeoutMs: this.env.REDIS_COMMAND_TIMEOUT_MS,
  };
  readonly cache = {
    enabled: this.env.CACHE_ENABLED,
    rolloutPercent: this.env.CACHE_ROLLOUT_PERCENT,
    warmUp: this.env.CACHE_WARM_UP,
    ttlSeconds: cacheLifetimes(this.env),
  };
  readonly proxyCache = { purgeUrls: this.env.NGINX_PURGE_URL?.split(',') ?? [] };
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
