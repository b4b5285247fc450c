import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { ApiConfig } from '../../config/api.config.js';
import type { Role } from './identity.dto.js';
import { invalidToken } from './identity.errors.js';

const ALGORITHM = 'HS256';
const ISSUER = 'quizmaster';
const AUDIENCE = 'quizmaster-api';
/** Of RFC 9068: no token made for another purpose is ever taken for an access token. */
const TYPE = 'at+jwt';

const HEADER = `${Buffer.from(JSON.stringify({ alg: ALGORITHM, typ: TYPE })).toString('base64url')}.`;
const accessClaims = z.object({
  iss: z.literal(ISSUER),
  aud: z.literal(AUDIENCE),
  sub: z.uuid(),
  sid: z.uuid(),
  iat: z.number(),
  exp: z.number(),
  nbf: z.number().optional(),
});

interface AccessClaim {
  userId: string;
  sessionId: string;
}

/** Signs and checks the short-lived tokens that requests carry. */
@Injectable()
export class AccessTokens {
  private readonly key: KeyObject;
  readonly lifetimeSeconds: number;

  constructor(config: ApiConfig) {
    this.key = createSecretKey(config.auth.jwtSecret, 'utf8');
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

  /**
   * Checked here in some microseconds, rather than by a library in the time of a whole save: this is on the way
   * of every request. Only the one header that `sign` writes is taken, so a token has no say in how it is checked.
   * @throws AppError UNAUTHENTICATED for anything but a token of ours that is in force
   */
  verify(token: string): AccessClaim {
    const end = token.lastIndexOf('.');
    const signed = token.slice(0, Math.max(0, end));
    const signature = createHmac('sha256', this.key).update(signed).digest('base64url');
    if (!signed.startsWith(HEADER) || !isEqual(signature, token.slice(end + 1)))
      throw invalidToken();
    const claims = accessClaims.safeParse(decodeJson(signed.slice(HEADER.length)));
    if (!claims.success) throw invalidToken();
    const { sub, sid, exp, nbf } = claims.data;
    const now = Math.floor(Date.now() / 1000);
    if (exp <= now || (nbf !== undefined && nbf > now)) throw invalidToken();
    return { userId: sub, sessionId: sid };
  }
}

function isEqual(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Of a token whose signature is good, so what it holds was written as JSON; undefined otherwise. */
function decodeJson(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
