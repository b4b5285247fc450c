import type { z } from 'zod';
import { ApiConfig } from './api.config.js';
import { apiEnvSchema, sharedEnvSchema, workerEnvSchema, type SharedEnv } from './env.schema.js';
import { redisContradictions } from './redis-target.js';
import { SharedConfig } from './shared.config.js';
import { WorkerConfig } from './worker.config.js';

type Env = Record<string, string | undefined>;

/** The start is refused: `message` lists every variable that is wrong, a line each. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `QuizMaster cannot start with these settings:\n${problems.map((p) => `  ${p}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

/** An empty variable counts as not set, which is what `.env` files and compose files mean by it. */
function parse<T extends z.ZodType<SharedEnv>>(schema: T, env: Env): z.infer<T> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(set);
  const problems = result.success
    ? redisContradictions(result.data)
    : result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  if (!result.success || problems.length > 0)
    throw new ConfigError(problems.map(({ path, message }) => `${path} ${message}`));
  return result.data;
}

/** Settings of the API from the environment; throws ConfigError with the list of what is wrong. */
export function loadApiConfig(env: Env = process.env): ApiConfig {
  return new ApiConfig(parse(apiEnvSchema, env));
}

/** Settings of the worker from the environment; throws ConfigError. */
export function loadWorkerConfig(env: Env = process.env): WorkerConfig {
  return new WorkerConfig(parse(workerEnvSchema, env));
}

/** Settings of a command that needs neither (seeding, making an admin); throws ConfigError. */
export function loadSharedConfig(env: Env = process.env): SharedConfig {
  return new SharedConfig(parse(sharedEnvSchema, env));
}
