import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/database.service.js';
import { CacheService } from './cache.service.js';
import { any, one, type ChangeKind } from './change.js';

/** Where features tell what they changed. What is forgotten for it is the business of those who remember it. */
@Injectable()
export class Changes {
  constructor(private readonly cache: CacheService) {}

  /** Tells, once `tx` is committed, that something has changed. */
  announceAfter(tx: Transaction, kind: ChangeKind, id: string): void {
    tx.afterCommit(() => this.announce(kind, id));
  }

  /** Tells that something has changed: to be called after the commit. Never fails. */
  async announce(kind: ChangeKind, id: string): Promise<void> {
    await this.cache.invalidate([one(kind, id), any(kind)]);
  }
}
