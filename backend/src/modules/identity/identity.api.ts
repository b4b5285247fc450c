import { Injectable } from '@nestjs/common';
import { UsersRepository } from './users.repository.js';

/** Whose account it is, for those who look after the installation. */
export interface AccountName {
  id: string;
  email: string;
  name: string;
}

/** Who is behind a user id. */
@Injectable()
export class Accounts {
  constructor(private readonly users: UsersRepository) {}

  /** In no order; an id that nobody has is left out. */
  async list(ids: string[]): Promise<AccountName[]> {
    const users = ids.length === 0 ? [] : await this.users.listByIds(ids);
    return users.map(({ id, email, name }) => ({ id, email, name }));
  }
}
