import { z } from 'zod';
import { PRESETS, type Rate, readRate } from './rate.js';

const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false', '1', '0'], 'must be true or false')
    .default(fallback ? 'true' : 'false')
    .transform((value) => value === 'true' || value === '1');

const wholeOrNone = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.number().min(min).max(max));

const whole = (min: number, max: number, fallback: number) =>
  wholeOrNone(min, max).default(fallback);

/** How long a value is cached: a week at most. */
const seconds = wholeOrNone(1, 604_800);

const rate = (fallback: Rate) =>
  z
    .string()
    .transform((text, context): Rate => {
      const read = readRate(text, fallback.windowSeconds);
      if (read !== null) return read;
      const names = Object.keys(PRESETS).join(', ');
      context.addIssue(`must be a count, COUNT/SECONDS or one of ${names}`);
      return z.NEVER;
    })
    .default(fallback);

const perMinute = (limit: number) => rate({ limit, windowSeconds: 60 });
const perHour = (limit: number) => rate({ limit, windowSeconds: 3600 });

const redisUrl = z
  .string()
  .regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://')
  .optional();

/** `host:port,host:port`; the port may be left out. */
const addresses = (defaultPort: number) =>
  z
    .string()
    .regex(
      /^\s*[^\s,:]+(:\d{1,5})?(\s*,\s*[^\s,:]+(:\d{1,5})?)*\s*$/,
      'must be host:port,host:port,…',
    )
    .transform((list) =>
      list.split(',').map((address) => {
        const [host = '', port] = address.trim().split(':');
        return { host, port: Number(port ?? defaultPort) };
      }),
    )
    .optional();

/** What both processes read. Every variable is described in `.env.example`. */
export const sharedEnvSchema = z.object({
  NODE_ENV: z.enum(['local', 'development', 'test', 'staging', 'production']).default('local'),
  DATABASE_URL: z
    .string('is required')
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://'),
  DATABASE_POOL_MIN: whole(0, 200, 5),
  DATABASE_POOL_MAX: whole(1, 200, 20),
  DATABASE_CONNECT_TIMEOUT_MS: whole(100, 60_000, 2_500),
  DATABASE_STATEMENT_TIMEOUT_MS: whole(100, 600_000, 10_000),
  DATABASE_SLOW_QUERY_MS: whole(1, 600_000, 200),
  REDIS_URL: redisUrl,
  REDIS_HOST: z.string().min(1).optional(),
  REDIS_PORT: whole(1, 65_535, 6379),
  REDIS_USERNAME: z.string().optional(),
  REDIS_PASSWORD: z.string().optional(),
  REDIS_TLS: flag(false),
  REDIS_SENTINELS: addresses(26_379),
  REDIS_SENTINEL_MASTER: z.string().min(1).optional(),
  REDIS_SENTINEL_PASSWORD: z.string().optional(),
  REDIS_CLUSTER: addresses(6379),
  CACHE_REDIS_URL: redisUrl,
  LIMITS_REDIS_URL: redisUrl,
  EVENTS_REDIS_URL: redisUrl,
  QUEUE_REDIS_URL: redisUrl,
  REDIS_COMMAND_TIMEOUT_MS: whole(10, 10_000, 150),
  BULL_REDIS_HOST: z.string().min(1).optional(),
  BULL_REDIS_PORT: whole(1, 65_535, 6379),
  CACHE_ENABLED: flag(true),
  CACHE_ROLLOUT_PERCENT: whole(0, 100, 100),
  CACHE_WARM_UP: flag(true),
  CACHE_TTL: seconds.default(3600),
  CACHE_TTL_QUIZ_LIST: seconds.optional(),
  CACHE_TTL_QUIZ_DETAIL: seconds.optional(),
  CACHE_TTL_QUESTIONS: seconds.default(7200),
  CACHE_TTL_CATEGORIES: seconds.default(86_400),
  CACHE_TTL_PROFILE: seconds.optional(),
  CACHE_TTL_RESULT: seconds.optional(),
  CACHE_TTL_QUESTION_BANK: seconds.default(300),
  CACHE_TTL_MISSING: seconds.default(30),
  NGINX_PURGE_URL: z
    .string()
    .regex(
      /^https?:\/\/[^\s,]+(,https?:\/\/[^\s,]+)*$/,
      'must be one or more http addresses, separated by commas',
    )
    .optional(),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'http', 'debug']).default('http'),
  LOG_FILE_ENABLED: flag(false),
  LOG_DIR: z.string().default('logs'),
  LOG_RETENTION_DAYS: whole(1, 3650, 30),
  SHUTDOWN_DRAIN_SECONDS: whole(1, 600, 25),
  IMPORT_MAX_MEGABYTES: whole(1, 200, 20),
  RATE_LIMIT_ENABLED: flag(true),
});

/** What only the API reads; among them the signing key, which the worker never has. */
export const apiEnvSchema = sharedEnvSchema.extend({
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(0, 65_535, 3000),
  TRUST_PROXY_HOPS: whole(0, 5, 0),
  SPA_DIR: z.string().optional(),
  JWT_SECRET: z.string('is required').min(32, 'must have at least 32 characters'),
  ACCESS_TOKEN_SECONDS: whole(30, 86_400, 600),
  REFRESH_TOKEN_DAYS: whole(1, 365, 30),
  RATE_LIMIT_ANONYMOUS: rate(PRESETS.generous),
  RATE_LIMIT_API: rate(PRESETS.standard),
  RATE_LIMIT_LOGIN: rate(PRESETS.auth),
  RATE_LIMIT_LOGIN_ADDRESS: rate({ limit: 50, windowSeconds: 900 }),
  RATE_LIMIT_REGISTER: perHour(3),
  RATE_LIMIT_SESSION: perMinute(600),
  RATE_LIMIT_SUBMIT: perMinute(60),
  RATE_LIMIT_EVENTS: perMinute(120),
  RATE_LIMIT_POLL: perMinute(300),
  RATE_LIMIT_MEDIA: perMinute(6000),
  RATE_LIMIT_HEALTH: perMinute(600),
  RATE_LIMIT_CLIENT_REPORT: perHour(30),
  RATE_LIMIT_UPLOAD: whole(1, 1_000_000, 10),
  RATE_LIMIT_AUTOSAVE_BURST: whole(1, 1_000_000, 5),
  RATE_LIMIT_AUTOSAVE_REFILL_SECONDS: whole(1, 3600, 10),
  RATE_LIMIT_AUTOSAVE_USER: whole(1, 1_000_000, 120),
});

/** What only the worker reads. */
export const workerEnvSchema = sharedEnvSchema.extend({
  HEARTBEAT_FILE: z.string().optional(),
  WORKER_CONCURRENCY: whole(1, 64, 2),
  IMPORT_TIMEOUT_SECONDS: whole(1, 600, 20),
  IMPORT_MEMORY_MEGABYTES: whole(64, 4096, 256),
  IMPORT_STALE_SECONDS: whole(1, 600, 15),
  IMPORT_SWEEP_SECONDS: whole(1, 600, 10),
  // More would break the promise that an abandoned attempt is closed within a minute.
  ATTEMPT_SWEEP_SECONDS: whole(1, 40, 15),
  ATTEMPT_HISTORY_DAYS: whole(1, 36_500, 365),
  ATTEMPT_HISTORY_SWEEP_SECONDS: whole(1, 86_400, 3600),
});

export type SharedEnv = z.infer<typeof sharedEnvSchema>;
export type ApiEnv = z.infer<typeof apiEnvSchema>;
export type WorkerEnv = z.infer<typeof workerEnvSchema>;
