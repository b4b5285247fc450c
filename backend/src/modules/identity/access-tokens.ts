import { Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { ApiConfig } from '../../config/api.config.js';
import type { Role } from './identity.dto.js';
import { invalidToken } from './identity.errors.js';

const ALGORITHM = 'HS256';
const ISSUER = 'quizmaster';
const AUDIENCE = 'quizmaster-api';
/** Of RFC 9068: no token made for another purpose is ever taken for an access token. */
const TYPE = 'at+jwt';

interface AccessClaim {
  userId: string;
  sessionId: string;
}

/** Signs and checks the short-lived tokens that requests carry. */
@Injectable()
export class AccessTokens {
  private readonly key: Uint8Array;
  readonly lifetimeSeconds: number;

  constructor(config: ApiConfig) {
    this.key = new TextEncoder().encode(config.auth.jwtSecret);
    this.lifetimeSeconds = config.auth.accessTokenSeconds;
  }

  /** The role is for the browser to read; the server always asks the database. */
  sign(claim: AccessClaim & { role: Role }): Promise<string> {
    return new SignJWT({ sid: claim.sessionId, role: claim.role })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(claim.userId)
      .setIssuedAt()
      .setExpirationTime(`${this.lifetimeSeconds} s`)
      .sign(this.key);
  }

  /** @throws AppError UNAUTHENTICATED for anything but a token of ours that is in force */
  async verify(token: string): Promise<AccessClaim> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['sub', 'sid', 'exp', 'iat'],
      });
      if (typeof payload.sid !== 'string' || payload.sub === undefined) throw invalidToken();
      return { userId: payload.sub, sessionId: payload.sid };
    } catch (error) {
      if (error instanceof errors.JOSEError) throw invalidToken();
      throw error;
    }
  }
}
