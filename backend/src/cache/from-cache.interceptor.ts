import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { POLICY_METADATA } from '../http/policy.decorator.js';
import { etagOf, isKnown } from './etag.js';
import { CachedAnswer } from './cached-answer.js';

/** Anybody may keep it, and has to ask each time whether it still holds: a change shows at once. */
const KEEP_AND_ASK = 'public, max-age=0, must-revalidate';

/**
 * Sends a `CachedAnswer` as it is stored, and says where it came from. What everybody may see carries a strong ETag,
 * and is not sent again to those who have it.
 */
@Injectable()
export class FromCacheInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const policy = this.reflector.getAllAndOverride<string | undefined>(POLICY_METADATA, [
      context.getHandler(),
      context.getClass(),
    ]);
    return next.handle().pipe(
      map((answer: unknown) => {
        if (!(answer instanceof CachedAnswer)) return answer;
        reply.header('x-cache', answer.outcome);
        reply.header('content-type', 'application/json; charset=utf-8');
        if (policy !== 'public') return answer.text;
        const etag = etagOf(answer.text);
        reply.header('etag', etag).header('cache-control', KEEP_AND_ASK);
        if (!isKnown(etag, http.getRequest<FastifyRequest>().headers['if-none-match'])) {
          return answer.text;
        }
        reply.status(304).removeHeader('content-type');
        return undefined;
      }),
    );
  }
}

/** For routes whose answers are `CachedAnswer`s. */
export const FromCache = () => applyDecorators(UseInterceptors(FromCacheInterceptor));
