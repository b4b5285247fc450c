import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';
import { setRateHeaders } from './rate-headers.js';

/** Answers with the problem, the request id for support, and Retry-After where there is one. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
  if (reply.sent) return;
  const { retryAfterSeconds, limit } = problem;
  if (typeof retryAfterSeconds === 'number') {
    reply.header('retry-after', String(Math.ceil(retryAfterSeconds)));
    // The limit that refused is the one shown, whatever was left of others.
    if (problem.status === 429 && typeof limit === 'number') {
      setRateHeaders(reply, { limit, remaining: 0, resetSeconds: retryAfterSeconds });
    }
  }
  reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({ ...problem, requestId: request.id });
}
