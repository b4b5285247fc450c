import { Injectable } from '@nestjs/common';
import { ShortMemo } from './domain/short-memo.js';
import { SessionsRepository, type SessionState } from './sessions.repository.js';

/** What a sign-out or a disabled account may lag behind on another instance: well under 5 s. */
const MEMO_MS = 3000;
const MAX_REMEMBERED = 10_000;

/** The standing of sessions as the database has it, remembered for a moment. */
@Injectable()
export class ActiveSessions {
  private readonly memo = new ShortMemo<SessionState | null>(MEMO_MS, MAX_REMEMBERED);

  constructor(private readonly sessions: SessionsRepository) {}

  find(sessionId: string): Promise<SessionState | null> {
    return this.memo.get(sessionId, () => this.sessions.findState(sessionId));
  }

  /** To be called after a change of the session here, for it to be in force here at once. */
  forget(sessionId: string): void {
    this.memo.forget(sessionId);
  }
}
