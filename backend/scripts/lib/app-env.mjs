import { join } from 'node:path';
import { frontendDir } from './paths.mjs';

/**
 * What an instance is made of, as the environment of its processes says it.
 * @typedef {object} InstanceSettings
 * @property {number} port of the API
 * @property {string} databaseUrl as the app's role
 * @property {string} redisUrl
 * @property {string} jwtSecret
 * @property {string} logDir
 * @property {NodeJS.ProcessEnv} env the user's own variables, passed on
 */

/** @param {InstanceSettings} settings */
export function apiEnv(settings) {
  return {
    ...workerEnv(settings),
    HOST: '127.0.0.1',
    PORT: String(settings.port),
    JWT_SECRET: settings.jwtSecret,
    SPA_DIR: settings.env.SPA_DIR || join(frontendDir, 'dist'),
  };
}

/**
 * The worker signs nothing and listens nowhere, so it is not given what that takes.
 * @param {InstanceSettings} settings
 */
export function workerEnv({ databaseUrl, redisUrl, logDir, env }) {
  return {
    ...newRelicEnv(logDir, env),
    ...inherited(env),
    NODE_ENV: env.NODE_ENV || 'local',
    SHUTDOWN_DRAIN_SECONDS: env.SHUTDOWN_DRAIN_SECONDS || '8',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    LOG_DIR: logDir,
  };
}

/** The agent needs a name, and writes its log beside the others' unless told otherwise. */
function newRelicEnv(/** @type {string} */ logDir, /** @type {NodeJS.ProcessEnv} */ env) {
  if (!env.NEW_RELIC_LICENSE_KEY) return {};
  return {
    NEW_RELIC_APP_NAME: 'QuizMaster',
    NEW_RELIC_NO_CONFIG_FILE: 'true',
    NEW_RELIC_LOG: join(logDir, 'newrelic.log'),
  };
}

/** For the short commands (seeding, making an admin): the worker's, with what they alone need. */
export function commandEnv(
  /** @type {InstanceSettings} */ settings,
  /** @type {NodeJS.ProcessEnv} */ extra = {},
) {
  return { ...workerEnv(settings), ...extra };
}

const KEPT_FROM_CHILDREN = new Set([
  'JWT_SECRET',
  'PORT',
  'HOST',
  'DATA_DIR',
  'ADMIN_EMAIL',
  'ADMIN_PASSWORD',
  'MIGRATION_DATABASE_URL',
]);

/** @param {NodeJS.ProcessEnv} env */
function inherited(env) {
  const entries = Object.entries(env).filter(([name]) => !KEPT_FROM_CHILDREN.has(name));
  return Object.fromEntries(entries.filter(([name]) => !/^(npm_|NPM_|INIT_CWD$)/.test(name)));
}
