import type { FastifyInstance } from 'fastify';
import { AppError } from '../shared/app-error.js';

/** Formulas nest deepest, two levels an element; the import keeps none that is deeper than this. */
const MAX_DEPTH = 140;

/** Is JSON text nested deeper than `max`? One pass without parsing, so that hostile nesting costs nothing. */
export function isDeeperThan(json: string, max: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const char = json.charCodeAt(i);
    if (inString) {
      if (char === 0x5c) i++;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) inString = true;
    else if (char === 0x7b || char === 0x5b) {
      if (++depth > max) return true;
    } else if (char === 0x7d || char === 0x5d) depth--;
  }
  return false;
}

/**
 * The only bodies accepted are JSON (and multipart where a route takes files): nesting is limited before the
 * parser runs, and `__proto__` or `constructor.prototype` keys are refused.
 */
export function acceptOnlyJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body as string;
    if (text === '') return done(null, undefined);
    if (isDeeperThan(text, MAX_DEPTH)) {
      const detail = `The JSON is nested deeper than ${MAX_DEPTH} levels.`;
      return done(new AppError('VALIDATION_FAILED', 'invalid', detail));
    }
    return parse(request, text, (error, value: unknown) => {
      if (error === null) return done(null, value);
      return done(new AppError('BAD_JSON', 'bad-request', 'The body is not valid JSON.'));
    });
  });
}
