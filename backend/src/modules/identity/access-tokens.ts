import { Injectable } from '@nestjs/common';
import { createSigner, createVerifier, TokenError } from 'fast-jwt';
import { z } from 'zod';
import { ApiConfig } from '../../config/api.config.js';
import type { Role } from './identity.dto.js';
import { invalidToken } from './identity.errors.js';

const ALGORITHM = 'HS256';
const ISSUER = 'quizmaster';
const AUDIENCE = 'quizmaster-api';
/** Of RFC 9068: no token made for another purpose is ever taken for an access token. */
const TYPE = 'at+jwt';

const accessClaims = z.object({ sub: z.uuid(), sid: z.uuid() });

interface AccessClaim {
  userId: string;
  sessionId: string;
}

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

  /** The role is for the browser to read; the server always asks the database. */
  sign({ userId, sessionId, role }: AccessClaim & { role: Role }): string {
    return this.signer({ sub: userId, sid: sessionId, role });
  }

  /** @throws AppError UNAUTHENTICATED for anything but a token of ours that is in force */
  verify(token: string): AccessClaim {
    const claims = accessClaims.safeParse(this.read(token));
    if (!claims.success) throw invalidToken();
    return { userId: claims.data.sub, sessionId: claims.data.sid };
  }

  private read(token: string): unknown {
    try {
      return this.verifier(token);
    } catch (error) {
      if (error instanceof TokenError) throw invalidToken();
      throw error;
    }
  }
}
