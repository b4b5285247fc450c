import { Injectable } from '@nestjs/common';
import { ApiConfig } from '../../config/api.config.js';
import type { Transaction } from '../../database/database.service.js';
import { AppLogger } from '../../logger/app-logger.js';
import { newId } from '../../shared/ids.js';
import { AccessTokens } from './access-tokens.js';
import { ActiveSessions } from './active-sessions.js';
import {
  deriveRefreshKey,
  readRefreshToken,
  type RefreshClaim,
  signRefreshToken,
} from './domain/refresh-token.js';
import type { SignedInDto } from './identity.dto.js';
import { sessionExpired, sessionRevoked } from './identity.errors.js';
import { SessionsRepository } from './sessions.repository.js';
import type { User } from './users.repository.js';

/** The browser a session is opened in; both as the request tells them. */
export interface Device {
  ip: string;
  userAgent: string | null;
}

/** The answer to a sign-in: the body, and the refresh token that goes into the cookie. */
export interface SignIn {
  body: SignedInDto;
  refreshToken: string;
}

/**
 * A session is a family of refresh tokens of which one is in force. The one before it is accepted
 * for a moment, and answered with the same successor: an answer may be lost, and two tabs may ask
 * at once. An older one is in the wrong hands, so the family ends.
 */
@Injectable()
export class SessionsService {
  private readonly refreshKey: Buffer;

  constructor(
    private readonly config: ApiConfig,
    private readonly sessions: SessionsRepository,
    private readonly active: ActiveSessions,
    private readonly accessTokens: AccessTokens,
    private readonly logger: AppLogger,
  ) {
    this.refreshKey = deriveRefreshKey(config.auth.jwtSecret);
  }

  async open(tx: Transaction, user: User, device: Device): Promise<SignIn> {
    const sessionId = newId();
    const session = { id: sessionId, userId: user.id, ...device };
    await this.sessions.insert(tx, session, this.config.auth.refreshTokenDays);
    return this.signIn(user, { sessionId, generation: 1 });
  }

  /** @throws AppError SESSION_EXPIRED or SESSION_REVOKED */
  async refresh(token: string | undefined): Promise<SignIn> {
    const claim = this.read(token);
    if (claim === null) throw sessionExpired();
    const user = await this.sessions.rotate(claim, this.config.auth.refreshTokenDays);
    const { sessionId, generation } = claim;
    return this.signIn(user ?? (await this.userInGrace(claim)), {
      sessionId,
      generation: generation + 1,
    });
  }

  /** Ends the session of the token, if it is still open. */
  async close(token: string | undefined): Promise<void> {
    const claim = this.read(token);
    if (claim === null) return;
    const userId = await this.revoke(claim.sessionId, 'signed out');
    if (userId !== null) this.logger.info('user signed out', { userId });
  }

  private async userInGrace({ sessionId, generation }: RefreshClaim): Promise<User> {
    const { refreshGraceSeconds } = this.config.auth;
    const state = await this.sessions.findRefreshState(sessionId, refreshGraceSeconds);
    if (state === null || state.expired) throw sessionExpired();
    if (state.revoked) throw sessionRevoked();
    if (state.generation === generation + 1 && state.justRotated) return state.user;
    const userId = await this.revoke(sessionId, 'token reuse');
    if (userId !== null) {
      this.logger.warn('session revoked: token reuse', { userId, sessionId, generation });
    }
    throw sessionRevoked();
  }

  private async revoke(sessionId: string, reason: string): Promise<string | null> {
    const userId = await this.sessions.revoke(sessionId, reason);
    this.active.forget(sessionId);
    return userId;
  }

  private read(token: string | undefined): RefreshClaim | null {
    return token === undefined ? null : readRefreshToken(this.refreshKey, token);
  }

  private signIn(user: User, claim: RefreshClaim): SignIn {
    const { sessionId } = claim;
    const { id, email, name, role, createdAt } = user;
    const accessToken = this.accessTokens.sign({ userId: id, sessionId, role });
    return {
      body: {
        user: { id, email, name, role, createdAt: createdAt.toISOString() },
        accessToken,
        expiresInSeconds: this.accessTokens.lifetimeSeconds,
      },
      refreshToken: signRefreshToken(this.refreshKey, claim),
    };
  }
}
