import { Injectable } from '@nestjs/common';
import { CacheService } from '../../cache/cache.service.js';
import type { CachedAnswer } from '../../cache/cached-answer.js';
import { Database } from '../../database/database.service.js';
import { AppLogger } from '../../logger/app-logger.js';
import { newId } from '../../shared/ids.js';
import { isTooCommon } from './domain/password-policy.js';
import { profileCache } from './identity.cache.js';
import type { LoginRequest, RegisterRequest, UserDto } from './identity.dto.js';
import {
  emailTaken,
  invalidCredentials,
  invalidToken,
  passwordTooCommon,
} from './identity.errors.js';
import { PasswordHasher } from './password-hasher.js';
import { type Device, SessionsService, type SignIn } from './sessions.service.js';
import { SignInLimiter } from './sign-in-limiter.js';
import { type User, UsersRepository } from './users.repository.js';

@Injectable()
export class IdentityService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsService,
    private readonly hasher: PasswordHasher,
    private readonly limiter: SignInLimiter,
    private readonly cache: CacheService,
    private readonly logger: AppLogger,
  ) {}

  /** @throws AppError PASSWORD_TOO_COMMON, RATE_LIMITED, EMAIL_TAKEN or SIGN_IN_BUSY */
  async register({ email, password, name }: RegisterRequest, device: Device): Promise<SignIn> {
    if (isTooCommon(password, { email, name })) throw passwordTooCommon();
    await this.limiter.countRegistration(device.ip);
    const passwordHash = await this.hasher.hash(password);
    return this.database.transaction(async (tx) => {
      const user = await this.users.insert(tx, { id: newId(), email, name, passwordHash });
      if (user === null) throw emailTaken();
      tx.afterCommit(() => this.logger.info('user registered', { userId: user.id }));
      return this.sessions.open(tx, user, device);
    });
  }

  /** @throws AppError INVALID_CREDENTIALS, RATE_LIMITED or SIGN_IN_BUSY */
  async login({ email, password }: LoginRequest, device: Device): Promise<SignIn> {
    const user = await this.limiter.limit(email, device.ip, () =>
      this.findByCredentials(email, password),
    );
    if (user === null) throw invalidCredentials();
    const signIn = await this.database.transaction((tx) => this.sessions.open(tx, user, device));
    this.logger.info('user signed in', { userId: user.id });
    return signIn;
  }

  /** @throws AppError UNAUTHENTICATED when the account is gone */
  async getUser(userId: string): Promise<CachedAnswer<UserDto>> {
    const user = await this.cache.answer(profileCache, userId, () => this.findProfile(userId));
    return user.present(invalidToken);
  }

  private async findProfile(userId: string): Promise<UserDto | null> {
    const user = await this.users.findById(userId);
    return user && { ...user, createdAt: user.createdAt.toISOString() };
  }

  private async findByCredentials(email: string, password: string): Promise<User | null> {
    const user = await this.users.findByEmail(email);
    const matches = await this.hasher.verify(password, user?.passwordHash ?? null);
    if (user !== null && matches && user.disabledAt === null) return user;
    this.logger.info('sign-in failed', { userId: user?.id ?? null, disabled: matches });
    return null;
  }
}
