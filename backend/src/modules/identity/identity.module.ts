import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../../http/principal.js';
import { AccessTokens } from './access-tokens.js';
import { Accounts } from './identity.api.js';
import { ActiveSessions } from './active-sessions.js';
import { IdentityController } from './identity.controller.js';
import { IdentityService } from './identity.service.js';
import { PasswordHasher } from './password-hasher.js';
import { RefreshCookie } from './refresh-cookie.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInLimiter } from './sign-in-limiter.js';
import { TokenAuthenticator } from './token-authenticator.js';
import { UsersRepository } from './users.repository.js';

/** Accounts and sessions. Global, because every route's policy asks its `Authenticator`. */
@Global()
@Module({
  controllers: [IdentityController],
  providers: [
    AccessTokens,
    Accounts,
    ActiveSessions,
    IdentityService,
    PasswordHasher,
    RefreshCookie,
    SessionsRepository,
    SessionsService,
    SignInLimiter,
    UsersRepository,
    { provide: Authenticator, useClass: TokenAuthenticator },
  ],
  exports: [Accounts, Authenticator],
})
export class IdentityModule {}
