import { Injectable } from '@nestjs/common';
import { Changes } from '../../cache/changes.service.js';
import { Database, type Transaction } from '../../database/database.service.js';
import { newId } from '../../shared/ids.js';
import { isTooCommon } from './domain/password-policy.js';
import type { RegisterRequest } from './identity.dto.js';
import { passwordTooCommon } from './identity.errors.js';
import { PasswordHasher } from './password-hasher.js';
import { SessionsRepository } from './sessions.repository.js';
import { type User, UsersRepository } from './users.repository.js';

/** Makes admins from the command line: there is no other way to the first one. */
@Injectable()
export class AdminAccounts {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly hasher: PasswordHasher,
    private readonly changes: Changes,
  ) {}

  /**
   * An admin with this e-mail and password: a new account, or the existing one with its name kept, its
   * password replaced and its sessions ended. @throws AppError PASSWORD_TOO_COMMON
   */
  async save({ email, password, name }: RegisterRequest): Promise<User> {
    if (isTooCommon(password, { email, name })) throw passwordTooCommon();
    const passwordHash = await this.hasher.hash(password);
    return this.database.transaction(async (tx) => {
      const user = await this.users.saveAdmin(tx, { id: newId(), email, name, passwordHash });
      await this.sessions.revokeAllOf(tx, user.id, 'password changed');
      this.changes.announceAfter(tx, 'user', user.id);
      return user;
    });
  }

  /** The owner of the demo content, whom nobody can sign in as; null when it was made before. */
  async createDemoOwner(tx: Transaction): Promise<string | null> {
    const owner = { id: newId(), email: 'demo@quizmaster.invalid', name: 'QuizMaster demo' };
    return (await this.users.insertDisabled(tx, owner))?.id ?? null;
  }
}
