import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { currentContext } from '../logger/request-context.js';
import { AppError } from '../shared/app-error.js';
import { bearerToken } from './bearer-token.js';
import { type AccessPolicy, POLICY_METADATA } from './policy.decorator.js';
import { Authenticator, setPrincipal } from './principal.js';

/** Lets a request pass as the policy of its route says. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.getAllAndOverride<AccessPolicy | undefined>(POLICY_METADATA, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (policy === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = bearerToken(request);
    if (token === undefined) {
      throw new AppError('UNAUTHENTICATED', 'unauthenticated', 'Please sign in.');
    }
    const principal = await this.authenticator.authenticate(token);
    setPrincipal(request, principal);
    const logContext = currentContext();
    if (logContext !== undefined) logContext.userId = principal.userId;
    if (policy === 'admin' && principal.role !== 'ADMIN') {
      throw new AppError('FORBIDDEN', 'forbidden', 'This is for administrators.');
    }
    return true;
  }
}
