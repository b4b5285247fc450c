import type { FastifyInstance } from 'fastify';
import type { RequestLimiter } from './request-limiter.js';

/**
 * A hook and not a guard: guards run for matched routes alone, and nobody is to try addresses or content types
 * without being counted.
 */
export function addRateLimitHook(fastify: FastifyInstance, limiter: RequestLimiter): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    try {
      const counted = limiter.admit(request, reply);
      if (counted === undefined) done();
      else counted.then(() => done(), done);
    } catch (error) {
      // Not asynchronous only to be able to throw: a save is to cost as little as it can.
      done(error as Error);
    }
  });
}
