import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import { findPrincipal } from '../http/principal.js';
import { rateLimited } from './failure-limiter.js';
import { RATE_LIMIT_METADATA } from './limit.decorator.js';

/** Applies the named limits; a school behind one address is not one user once its students are signed in. */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  /** Most routes are under none of the named limits: nothing is looked up for them. */
  override canActivate(context: ExecutionContext): Promise<boolean> {
    return Reflect.hasMetadata(RATE_LIMIT_METADATA, context.getHandler())
      ? super.canActivate(context)
      : Promise.resolve(true);
  }

  protected override getTracker(request: Record<string, unknown>): Promise<string> {
    const fastifyRequest = request as unknown as FastifyRequest;
    const principal = findPrincipal(fastifyRequest);
    return Promise.resolve(principal?.userId ?? fastifyRequest.ip);
  }

  protected override generateKey(
    _context: ExecutionContext,
    tracker: string,
    name: string,
  ): string {
    return `${name}:${tracker}`;
  }

  protected override throwThrottlingException(
    _context: ExecutionContext,
    detail: ThrottlerLimitDetail,
  ): Promise<void> {
    return Promise.reject(rateLimited(detail.timeToBlockExpire));
  }
}
