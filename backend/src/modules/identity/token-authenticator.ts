import { Injectable } from '@nestjs/common';
import { Authenticator, type Principal, type TokenClaims } from '../../http/principal.js';
import { AccessTokens } from './access-tokens.js';
import { ActiveSessions } from './active-sessions.js';
import { invalidToken, sessionExpired, sessionRevoked } from './identity.errors.js';

/** Who a request comes from: the token says which session, the database says what it may do. */
@Injectable()
export class TokenAuthenticator extends Authenticator {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: ActiveSessions,
  ) {
    super();
  }

  override read(accessToken: string): TokenClaims | null {
    return this.tokens.read(accessToken);
  }

  /** @throws AppError UNAUTHENTICATED, SESSION_EXPIRED or SESSION_REVOKED */
  override async authenticate(accessToken: string): Promise<Principal> {
    const { userId, sessionId } = this.tokens.verify(accessToken);
    const session = await this.sessions.find(sessionId);
    if (session === null || session.expired) throw sessionExpired();
    if (session.revoked) throw sessionRevoked();
    if (session.userId !== userId) throw invalidToken();
    return { userId, role: session.role, sessionId };
  }
}
