import { AppError } from '../shared/app-error.js';
import type { Rule } from './rules.js';

/** The one answer to a caller who must wait; `rule`: the one that refused, where it is known. */
export function rateLimited(
  retryAfterSeconds: number,
  rule?: Pick<Rule, 'name' | 'limit' | 'windowSeconds'>,
): AppError {
  const seconds = Math.max(1, Math.ceil(retryAfterSeconds));
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return new AppError('RATE_LIMITED', 'rate-limited', `Too many tries. Please wait ${wait}.`, {
    retryAfterSeconds: seconds,
    ...(rule === undefined
      ? {}
      : { rule: rule.name, limit: rule.limit, windowSeconds: rule.windowSeconds }),
  });
}
