import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../shared/app-error.js';

/** Nest's keys of a handler's arguments are `KIND:INDEX`; these kinds read the body or the whole request. */
const READS_BODY = /^[03]:/;

function readsBody(context: ExecutionContext): boolean {
  const args = Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    context.getClass(),
    context.getHandler().name,
  ) as Record<string, unknown> | undefined;
  return Object.keys(args ?? {}).some((key) => READS_BODY.test(key));
}

function isNothing(body: unknown): boolean {
  if (body === undefined) return true;
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return false;
  return Object.keys(body).length === 0;
}

/** Refuses a body where none is read: who sends one expects it to count. An empty object passes. */
@Injectable()
export class UnexpectedBodyGuard implements CanActivate {
  private readonly readingHandlers = new WeakMap<object, boolean>();

  canActivate(context: ExecutionContext): boolean {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (isNothing(body) || this.readsBody(context)) return true;
    throw new AppError('VALIDATION_FAILED', 'invalid', 'This address takes no body.');
  }

  private readsBody(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const known = this.readingHandlers.get(handler);
    if (known !== undefined) return known;
    const reads = readsBody(context);
    this.readingHandlers.set(handler, reads);
    return reads;
  }
}
