import type { FastifyReply } from 'fastify';

/** How much of a limit is left, for the one who asks. */
export interface RateState {
  limit: number;
  remaining: number;
  /** Until a request made earlier counts no more. */
  resetSeconds: number;
}

/** Tells how much of the closest limit is left; `X-RateLimit-Reset` is a moment, in Unix seconds. */
export function setRateHeaders(
  reply: FastifyReply,
  { limit, remaining, resetSeconds }: RateState,
): void {
  reply.headers({
    'x-ratelimit-limit': limit,
    'x-ratelimit-remaining': remaining,
    'x-ratelimit-reset': Math.ceil(Date.now() / 1000 + resetSeconds),
  });
}
