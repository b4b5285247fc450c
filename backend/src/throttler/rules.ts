import { ApiConfig } from '../config/api.config.js';
import type { Rate } from '../config/rate.js';

/** Refused uploads included: enough for full batches, few enough that nobody can keep the server busy. */
const REQUESTS_PER_BATCH = 100;
const HOUR_SECONDS = 3600;
/** Without Redis each instance counts sign-ins alone, so that all together stay near the shared limit. */
const SIGN_IN_FALLBACK_SHARE = 0.5;

export const RULE_NAMES = [
  'anonymous',
  'api',
  'login',
  'login-address',
  'register',
  'session',
  'upload',
  'upload-requests',
  'submit',
  'events',
  'poll',
  'media',
  'health',
  'client-report',
  'autosave',
  'autosave-page',
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** Whose requests are counted together; `page`: one open page of one attempt. */
export const COUNTED_BY = ['address', 'user', 'account', 'page'] as const;
/**
 * Where a count is held: `redis`: shared by all instances, a sliding window; `process`: in the one that answers, a
 * bucket that fills evenly; `database`: with the rows it counts.
 */
export const HELD_IN = ['redis', 'process', 'database'] as const;

/** A limit: at most `limit` in any `windowSeconds`. */
export interface Rule extends Rate {
  name: RuleName;
  countedBy: (typeof COUNTED_BY)[number];
  heldIn: (typeof HELD_IN)[number];
  /** What holds in this process alone while Redis is away; the same as `limit` unless it must be stricter. */
  fallbackLimit?: number;
  adminsExempt: boolean;
  /** The variable that sets it. */
  variable: string;
}

export type Rules = Readonly<Record<RuleName, Rule>>;

type Settings = Omit<Rule, 'name' | 'adminsExempt' | keyof Rate> & { adminsExempt?: boolean };

/** All limits of the product, with the numbers of this installation. */
export function defineRules({ rateLimit }: ApiConfig): Rules {
  const rule = (name: RuleName, rate: Rate, settings: Settings): Rule => ({
    name,
    adminsExempt: false,
    ...rate,
    ...settings,
  });
  const perAddress = { countedBy: 'address', heldIn: 'redis' } as const;
  const perUser = { countedBy: 'user', heldIn: 'redis', adminsExempt: true } as const;
  const here = { heldIn: 'process' } as const;
  const { autosave, uploadBatchesPerHour } = rateLimit;
  const batches = { limit: uploadBatchesPerHour, windowSeconds: HOUR_SECONDS };
  const uploads = { ...batches, limit: uploadBatchesPerHour * REQUESTS_PER_BATCH };
  const saves = { limit: autosave.perUserAndMinute, windowSeconds: 60 };
  const pageSaves = {
    limit: autosave.burst,
    windowSeconds: autosave.burst * autosave.refillSeconds,
  };
  return {
    anonymous: rule('anonymous', rateLimit.anonymous, {
      ...perAddress,
      variable: 'RATE_LIMIT_ANONYMOUS',
    }),
    api: rule('api', rateLimit.api, { ...perUser, variable: 'RATE_LIMIT_API' }),
    login: rule('login', rateLimit.login, {
      countedBy: 'account',
      heldIn: 'redis',
      fallbackLimit: stricter(rateLimit.login),
      variable: 'RATE_LIMIT_LOGIN',
    }),
    'login-address': rule('login-address', rateLimit.loginAddress, {
      ...perAddress,
      fallbackLimit: stricter(rateLimit.loginAddress),
      variable: 'RATE_LIMIT_LOGIN_ADDRESS',
    }),
    register: rule('register', rateLimit.register, {
      ...perAddress,
      variable: 'RATE_LIMIT_REGISTER',
    }),
    session: rule('session', rateLimit.session, { ...perAddress, variable: 'RATE_LIMIT_SESSION' }),
    upload: rule('upload', batches, {
      countedBy: 'user',
      heldIn: 'database',
      variable: 'RATE_LIMIT_UPLOAD',
    }),
    'upload-requests': rule('upload-requests', uploads, {
      ...perUser,
      adminsExempt: false,
      variable: 'RATE_LIMIT_UPLOAD',
    }),
    submit: rule('submit', rateLimit.submit, {
      ...perUser,
      ...here,
      variable: 'RATE_LIMIT_SUBMIT',
    }),
    events: rule('events', rateLimit.events, {
      ...perUser,
      ...here,
      variable: 'RATE_LIMIT_EVENTS',
    }),
    poll: rule('poll', rateLimit.poll, { ...perUser, ...here, variable: 'RATE_LIMIT_POLL' }),
    media: rule('media', rateLimit.media, {
      ...perAddress,
      ...here,
      variable: 'RATE_LIMIT_MEDIA',
    }),
    health: rule('health', rateLimit.health, {
      ...perAddress,
      ...here,
      variable: 'RATE_LIMIT_HEALTH',
    }),
    'client-report': rule('client-report', rateLimit.clientReport, {
      ...perUser,
      variable: 'RATE_LIMIT_CLIENT_REPORT',
    }),
    autosave: rule('autosave', saves, {
      ...perUser,
      ...here,
      adminsExempt: false,
      variable: 'RATE_LIMIT_AUTOSAVE_USER',
    }),
    'autosave-page': rule('autosave-page', pageSaves, {
      countedBy: 'page',
      heldIn: 'process',
      variable: 'RATE_LIMIT_AUTOSAVE_BURST',
    }),
  };
}

function stricter({ limit }: Rate): number {
  return Math.ceil(limit * SIGN_IN_FALLBACK_SHARE);
}
