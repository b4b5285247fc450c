import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';

/** Answers with the problem, the request id for support, and Retry-After where there is one. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
  if (reply.sent) return;
  if (typeof problem.retryAfterSeconds === 'number') {
    reply.header('retry-after', String(Math.ceil(problem.retryAfterSeconds)));
  }
  reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({ ...problem, requestId: request.id });
}
