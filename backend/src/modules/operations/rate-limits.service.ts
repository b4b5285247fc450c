import { Injectable } from '@nestjs/common';
import { AppLogger } from '../../logger/app-logger.js';
import { notFound } from '../../shared/app-error.js';
import { LimitReport } from '../../throttler/limit-report.service.js';
import { accountSubject, addressSubject, userSubject } from '../../throttler/subject.js';
import { Accounts } from '../identity/identity.api.js';
import type { RateLimitsDto } from './rate-limits.dto.js';

/** What the limits did, for admins, and a new start for who has met one. */
@Injectable()
export class RateLimitsService {
  constructor(
    private readonly limits: LimitReport,
    private readonly accounts: Accounts,
    private readonly logger: AppLogger,
  ) {}

  async get(): Promise<RateLimitsDto> {
    const { enabled, shared, hours, rules, callers } = await this.limits.read();
    const ids = callers.flatMap(({ subject }) => (subject.kind === 'user' ? [subject.id] : []));
    const known = await this.accounts.list([...new Set(ids)]);
    const users = new Map(known.map(({ id, name, email }) => [id, { name, email }]));
    return {
      enabled,
      shared,
      hours,
      rules: rules.map(({ fallbackLimit: _, ...rule }) => rule),
      topKeys: callers.map(({ subject, ...caller }) => ({
        ...caller,
        ...subject,
        user: users.get(subject.id) ?? null,
      })),
    };
  }

  /** Also of failed sign-ins to the account, from whatever address. @throws AppError NOT_FOUND */
  async resetUser(userId: string): Promise<void> {
    const [account] = await this.accounts.list([userId]);
    if (account === undefined) throw notFound('user');
    await this.limits.reset([userSubject(userId), accountSubject(account.email)]);
    this.logger.info('rate limits of a user reset', { of: userId });
  }

  async resetAddress(address: string): Promise<void> {
    const subject = addressSubject(address.replace(/\/64$/, ''));
    await this.limits.reset([subject]);
    this.logger.info('rate limits of an address reset', { address: subject.id });
  }
}
