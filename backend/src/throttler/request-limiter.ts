import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiConfig } from '../config/api.config.js';
import { bearerToken } from '../http/bearer-token.js';
import { Authenticator } from '../http/principal.js';
import { setRateHeaders } from '../http/rate-headers.js';
import { isOfApi } from '../http/request-path.js';
import { settingsOf, type Traffic } from '../http/route-settings.js';
import { LimitRecorder } from './limit-recorder.js';
import { ProcessBuckets } from './process-buckets.js';
import { rateLimited } from './rate-limited.js';
import { RedisWindow } from './redis-window.js';
import { RuleBook } from './rule-book.js';
import type { Rule } from './rules.js';
import { addressSubject, type Subject, userSubject } from './subject.js';
import { TRAFFIC } from './traffic.js';

/** Whose count it is, and what it is measured by; `exempt`: shown, but not counted. */
interface Plan {
  subject: Subject;
  rules: readonly Rule[];
  exempt: boolean;
}

/** Counts each request of the API, before anything else is done for it, and tells the caller what is left. */
@Injectable()
export class RequestLimiter {
  private readonly enabled: boolean;

  constructor(
    config: ApiConfig,
    private readonly authenticator: Authenticator,
    private readonly book: RuleBook,
    private readonly window: RedisWindow,
    private readonly buckets: ProcessBuckets,
    private readonly recorder: LimitRecorder,
  ) {
    this.enabled = config.rateLimit.enabled;
  }

  /** Nothing to wait for where this process holds the count. @throws AppError RATE_LIMITED */
  admit(request: FastifyRequest, reply: FastifyReply): void | Promise<void> {
    if (!this.enabled || !isOfApi(request)) return;
    const plan = this.planFor(request);
    const [closest] = plan.rules;
    if (closest === undefined) return;
    if (plan.exempt) {
      setRateHeaders(reply, { limit: closest.limit, remaining: closest.limit, resetSeconds: 0 });
    } else if (closest.heldIn === 'process') this.admitHere(plan.subject, closest, reply);
    else return this.admitShared(plan, reply);
  }

  private planFor(request: FastifyRequest): Plan {
    const traffic = trafficOf(request);
    const { anybody, signedIn, byAddress } = TRAFFIC[traffic];
    const token = byAddress ? undefined : bearerToken(request);
    const claims = token === undefined ? null : this.authenticator.read(token);
    if (claims === null) {
      const subject = addressSubject(request.ip);
      return { subject, rules: this.book.list(anybody), exempt: false };
    }
    const rules = this.book.list(signedIn);
    const applying = claims.role === 'ADMIN' ? rules.filter((rule) => !rule.adminsExempt) : rules;
    const exempt = applying.length === 0;
    return { subject: userSubject(claims.userId), rules: exempt ? rules : applying, exempt };
  }

  private admitHere(subject: Subject, rule: Rule, reply: FastifyReply): void {
    const { allowed, remaining, resetSeconds } = this.buckets.take(rule, subject);
    const { limit } = rule;
    setRateHeaders(reply, { limit, remaining, resetSeconds });
    this.recorder.record({ rule, subject, allowed, limit, remaining });
    if (!allowed) throw rateLimited(resetSeconds, rule);
  }

  private async admitShared({ subject, rules }: Plan, reply: FastifyReply): Promise<void> {
    const result = await this.window.hit(rules.map((rule) => ({ rule, subject })));
    const { allowed, limit, resetSeconds, count } = result;
    const remaining = Math.max(0, limit - result.hits);
    setRateHeaders(reply, { limit, remaining, resetSeconds });
    this.recorder.record({ rule: count.rule, subject, allowed, limit, remaining });
    if (!allowed) throw rateLimited(resetSeconds, count.rule);
    for (const rule of rules) if (rule !== count.rule) this.recorder.note(rule, subject);
  }
}

/** Who brings no cookie has no session to renew or to end. */
function trafficOf(request: FastifyRequest): Traffic {
  const { traffic = 'general' } = settingsOf(request);
  return traffic === 'session' && request.headers.cookie === undefined ? 'general' : traffic;
}
