import type { User } from '../api/generated/types.gen';
import { forgetKeptContent } from '../kept-content';
import { readFlag, readText, writeFlag, writeText } from '../storage';

/** What the browser remembers of the session between visits: never a token. */
export interface SessionMemory {
  /** Visitors cause no refresh that must fail. */
  wasSignedIn: () => boolean;
  /** Who was signed in last and has not signed out; null: not known. */
  user: () => User | null;
  keep: (user: User) => void;
  /** The session is over; `signedOut`: by the user's wish, so what was kept for going on offline goes too. */
  forget: (signedOut: boolean) => void;
}

const HINT_KEY = 'qm-signed-in';
const USER_KEY = 'qm-user';

function parseUser(text: string | null): User | null {
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return isUser(kept) ? kept : null;
  } catch {
    // Damaged: the server says who it is once it can be asked.
    return null;
  }
}

function isUser(value: unknown): value is User {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Record<string, unknown>;
  return ['id', 'name', 'email', 'role'].every((key) => typeof fields[key] === 'string');
}

export const browserMemory: SessionMemory = {
  wasSignedIn: () => readFlag(HINT_KEY),
  user: () => (readFlag(HINT_KEY) ? parseUser(readText(USER_KEY)) : null),
  keep: (user) => {
    const before = parseUser(readText(USER_KEY));
    if (before && before.id !== user.id) forgetKeptContent();
    writeFlag(HINT_KEY, true);
    writeText(USER_KEY, JSON.stringify(user));
  },
  forget: (signedOut) => {
    writeFlag(HINT_KEY, false);
    if (!signedOut) return;
    writeText(USER_KEY, null);
    forgetKeptContent();
  },
};
