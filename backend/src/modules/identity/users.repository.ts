import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../database/database.service.js';
import type { Role } from './identity.dto.js';

export interface User {
  id: string;
  email: string;
  name: string;
  role: Role;
  createdAt: Date;
}

interface UserWithPassword extends User {
  /** Null for an account without a password: nobody can sign in to it. */
  passwordHash: string | null;
  disabledAt: Date | null;
}

interface NewUser {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
}

const USER = { id: true, email: true, name: true, role: true, createdAt: true } as const;
const NO_PASSWORD = '';

@Injectable()
export class UsersRepository {
  constructor(private readonly database: Database) {}

  /** Null when the e-mail is taken. */
  async insert(tx: Transaction, user: NewUser): Promise<User | null> {
    const [created] = await tx.prisma.user.createManyAndReturn({
      data: [user],
      select: USER,
      skipDuplicates: true,
    });
    return created ?? null;
  }

  /** The account with this e-mail as an enabled admin; an existing one keeps its id and name. */
  saveAdmin(tx: Transaction, { id, email, name, passwordHash }: NewUser): Promise<User> {
    return tx.prisma.user.upsert({
      where: { email },
      create: { id, email, name, passwordHash, role: 'ADMIN' },
      update: { passwordHash, role: 'ADMIN', disabledAt: null },
      select: USER,
    });
  }

  /** An account that owns content and that nobody can sign in to; null when the e-mail is taken. */
  async insertDisabled(tx: Transaction, user: Omit<NewUser, 'passwordHash'>): Promise<User | null> {
    const [created] = await tx.prisma.user.createManyAndReturn({
      data: [{ ...user, passwordHash: NO_PASSWORD, disabledAt: new Date() }],
      select: USER,
      skipDuplicates: true,
    });
    return created ?? null;
  }

  async findByEmail(email: string): Promise<UserWithPassword | null> {
    const user = await this.database.prisma.user.findUnique({
      where: { email },
      select: { ...USER, passwordHash: true, disabledAt: true },
    });
    return user?.passwordHash === NO_PASSWORD ? { ...user, passwordHash: null } : user;
  }

  listByIds(ids: string[]): Promise<User[]> {
    return this.database.prisma.user.findMany({ where: { id: { in: ids } }, select: USER });
  }

  findById(id: string): Promise<User | null> {
    return this.database.prisma.user.findUnique({ where: { id }, select: USER });
  }
}
