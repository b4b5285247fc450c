import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who is asking, as proved by the access token and the session behind it. */
export interface Principal {
  userId: string;
  role: 'STUDENT' | 'ADMIN';
  sessionId: string;
}

/** Who an access token of ours was made for. Whether its session still stands, the token cannot say. */
export type TokenClaims = Principal;

/** Proves an access token. The identity feature provides it; the platform only needs the answer. */
export abstract class Authenticator {
  /** What a token says that we signed and that is in force; null for any other. Asks neither database nor Redis. */
  abstract read(accessToken: string): TokenClaims | null;

  /** Throws AppError `unauthenticated` when the token or its session is not good (any more). */
  abstract authenticate(accessToken: string): Promise<Principal>;
}

const principals = new WeakMap<object, Principal>();

export function setPrincipal(request: FastifyRequest, principal: Principal): void {
  principals.set(request, principal);
}

export function findPrincipal(request: FastifyRequest): Principal | undefined {
  return principals.get(request);
}

/** The signed-in caller of a route whose policy demands one. */
export const CurrentPrincipal = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => {
    const principal = findPrincipal(context.switchToHttp().getRequest<FastifyRequest>());
    if (principal === undefined) throw new Error('CurrentPrincipal used on a public route');
    return principal;
  },
);
