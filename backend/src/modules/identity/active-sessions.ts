import { Injectable } from '@nestjs/common';
import { Gathering } from '../../shared/gathering.js';
import { SessionsRepository, type SessionState } from './sessions.repository.js';
import { ShortMemo } from './short-memo.js';

/** What a sign-out or a disabled account may lag behind on another instance: well under 5 s. */
const MEMO_MS = 3000;
const MAX_REMEMBERED = 20_000;
/** One at a time: what arrives during it is asked for together, and a query costs more than its rows. */
const LOOK_UP = { usualItems: 32, maxItems: 200, maxGroups: 1 };

/** The standing of sessions as the database has it: asked for many at once, remembered for a moment. */
@Injectable()
export class ActiveSessions {
  private readonly memo = new ShortMemo<SessionState | null>(MEMO_MS, MAX_REMEMBERED);

  private readonly lookUps: Gathering<string, SessionState | null>;

  constructor(sessions: SessionsRepository) {
    this.lookUps = new Gathering({ run: (ids) => sessions.findStates(ids), ...LOOK_UP });
  }

  find(sessionId: string): Promise<SessionState | null> {
    return this.memo.get(sessionId, () => this.lookUps.add(sessionId));
  }

  /** To be called after a change of the session here, for it to be in force here at once. */
  forget(sessionId: string): void {
    this.memo.forget(sessionId);
  }
}
