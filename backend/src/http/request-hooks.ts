import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppLogger } from '../logger/app-logger.js';
import { runInContext } from '../logger/request-context.js';
import { AppError } from '../shared/app-error.js';
import { findPrincipal } from './principal.js';
import { isQuiet } from './quiet.decorator.js';
import { isOfApi } from './request-path.js';

/** A request that took longer is worth a line on any route. */
const SLOW_MS = 1000;

function routeTemplate(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unmatched';
}

/** The path without its query, which may hold what a person typed. */
function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}

function isTold(request: FastifyRequest, reply: FastifyReply): boolean {
  return reply.statusCode >= 400 || reply.elapsedTime >= SLOW_MS || !isQuiet(request);
}

/**
 * Around every request, matched by a route or not: its id in every log line and in the answer, and one access
 * line at level http (debug for a quiet route that answered well and soon).
 */
export function addRequestHooks(fastify: FastifyInstance, logger: AppLogger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).header('x-trace-id', request.id);
    // Answers of the API hold what one person may see; a route that may be kept says so itself.
    if (isOfApi(request)) reply.header('cache-control', 'no-store');
    runInContext({ requestId: request.id }, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const level = isTold(request, reply) ? 'http' : 'debug';
    runInContext({ requestId: request.id }, () => {
      logger[level]('request', {
        method: request.method,
        endpoint: routeTemplate(request),
        url: pathOf(request),
        statusCode: reply.statusCode,
        ip: request.ip,
        userAgent: request.headers['user-agent'],
        userId: findPrincipal(request)?.userId,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
      });
      done();
    });
  });
}

/** To be added behind the hook that counts requests: what is refused here has been counted. */
export function refuseCompressedBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.headers['content-encoding'] === undefined) return done();
    const detail = 'Compressed request bodies are not accepted.';
    return done(new AppError('UNSUPPORTED_ENCODING', 'unsupported-media', detail));
  });
}
