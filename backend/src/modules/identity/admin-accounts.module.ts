import { Module } from '@nestjs/common';
import { AdminAccounts } from './admin-accounts.service.js';
import { PasswordHasher } from './password-hasher.js';
import { SessionsRepository } from './sessions.repository.js';
import { UsersRepository } from './users.repository.js';

/** The part of the feature that the admin command needs: no HTTP, no signing key. */
@Module({
  providers: [AdminAccounts, PasswordHasher, SessionsRepository, UsersRepository],
  exports: [AdminAccounts],
})
export class AdminAccountsModule {}
