import { Injectable } from '@nestjs/common';
import { createSigner, createVerifier, TokenError } from 'fast-jwt';
import { z } from 'zod';
import { ApiConfig } from '../../config/api.config.js';
import type { TokenClaims } from '../../http/principal.js';
import { invalidToken } from './identity.errors.js';

const ALGORITHM = 'HS256';
const ISSUER = 'quizmaster';
const AUDIENCE = 'quizmaster-api';
/** Of RFC 9068: no token made for another purpose is ever taken for an access token. */
const TYPE = 'at+jwt';

const accessClaims = z.object({
  sub: z.uuid(),
  sid: z.uuid(),
  role: z.enum(['STUDENT', 'ADMIN']),
});

/** Signs and checks the short-lived tokens that requests carry. */
@Injectable()
export class AccessTokens {
  readonly lifetimeSeconds: number;
  private readonly signer: (payload: object) => string;
  private readonly verifier: (token: string) => unknown;

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
    const claims = accessClaims.safeParse(this.payloadOf(token));
    if (!claims.success) return null;
    const { sub: userId, sid: sessionId, role } = claims.data;
    return { userId, sessionId, role };
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
