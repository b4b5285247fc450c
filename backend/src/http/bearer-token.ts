import type { FastifyRequest } from 'fastify';

/** The token of the Authorization header; tokens are read from nowhere else. */
export function bearerToken(request: FastifyRequest): string | undefined {
  const match = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '');
  return match?.[1];
}
