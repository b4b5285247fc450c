import { Injectable } from '@nestjs/common';
import { createSigner, createVerifier, TokenError } from 'fast-jwt';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { ApiConfig } from '../../config/api.config.js';
import type { TokenClaims } from '../../http/principal.js';
import { invalidToken } from './identity.errors.js';

const ALGORITHM = 'HS256';
const ISSUER = 'quizmaster';
const AUDIENCE = 'quizmaster-api';
/** Of RFC 9068: no token made for another purpose is ever taken for an access token. */
const TYPE = 'at+jwt';

/** A token comes with every request of ten minutes; some 40 MB at most. */
const TOKENS_KEPT = 50_000;

const accessClaims = z.object({
  sub: z.uuid(),
  sid: z.uuid(),
  role: z.enum(['STUDENT', 'ADMIN']),
  exp: z.number(),
});

interface VerifiedToken {
  claims: TokenClaims;
  expiresAtMs: number;
}

/** Signs and checks the short-lived tokens that requests carry. */
@Injectable()
export class AccessTokens {
  readonly lifetimeSeconds: number;
  private readonly signer: (payload: object) => string;
  private readonly verifier: (token: string) => unknown;
  /** By the whole token, so that only what was verified to the last character is known. */
  private readonly verified = new LRUCache<string, VerifiedToken>({ max: TOKENS_KEPT });

  constructor({ auth: { jwtSecret: key, accessTokenSeconds } }: ApiConfig) {
    this.lifetimeSeconds = accessTokenSeconds;
    this.signer = createSigner({
      key,
      algorithm: ALGORITHM,
      header: { alg: ALGORITHM, typ: TYPE },
      iss: ISSUER,
      aud: AUDIENCE,
      expiresIn: accessTokenSeconds * 1000,
    });
    this.verifier = createVerifier({
      key,
      algorithms: [ALGORITHM],
      checkTyp: TYPE,
      allowedIss: ISSUER,
      allowedAud: AUDIENCE,
      requiredClaims: ['iss', 'aud', 'sub', 'sid', 'exp', 'iat'],
    });
  }

  /** The role is for the browser, and for how often may be asked; what may be done, the database says. */
  sign({ userId, sessionId, role }: TokenClaims): string {
    return this.signer({ sub: userId, sid: sessionId, role });
  }

  /** @throws AppError UNAUTHENTICATED for anything but a token of ours that is in force */
  verify(token: string): TokenClaims {
    const claims = this.read(token);
    if (claims === null) throw invalidToken();
    return claims;
  }

  /** What a token of ours says that is in force; null for anything else. */
  read(token: string): TokenClaims | null {
    const known = this.verified.get(token);
    if (known !== undefined && Date.now() < known.expiresAtMs) return known.claims;
    const { success, data } = accessClaims.safeParse(this.payloadOf(token));
    if (!success) return null;
    const claims = { userId: data.sub, sessionId: data.sid, role: data.role };
    this.verified.set(token, { claims, expiresAtMs: data.exp * 1000 });
    return claims;
  }

  private payloadOf(token: string): unknown {
    try {
      return this.verifier(token);
    } catch (error) {
      if (error instanceof TokenError) return null;
      throw error;
    }
  }
}
