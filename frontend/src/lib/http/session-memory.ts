import type { User } from '../api/generated/types.gen';
import { DeviceDatabase } from '../device-database';
import { forgetKeptContent } from '../kept-content';
import { readFlag, readText, writeFlag, writeText } from '../storage';

/** What the browser remembers of the session between visits: never a token. */
export interface SessionMemory {
  /** Fulfilled when it is known, to be waited for before anything is asked; never rejects. */
  recall: () => Promise<void>;
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

/** The same as in localStorage, which a browser that is killed has not written for half a minute. */
const disk = new DeviceDatabase('quizmaster-session', 'memory', () => window.indexedDB);
const DISK_KEY = 'session';
/** The first page waits for it. */
const RECALL_MS = 1_000;

interface Remembered {
  signedIn: boolean;
  user: User | null;
}

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

const rememberedUser = () => parseUser(readText(USER_KEY));

function remember({ signedIn, user }: Remembered): void {
  writeFlag(HINT_KEY, signedIn);
  writeText(USER_KEY, user && JSON.stringify(user));
}

async function rememberOnDisk(): Promise<void> {
  const remembered: Remembered = { signedIn: readFlag(HINT_KEY), user: rememberedUser() };
  try {
    await disk.change('strict', (store) => store.put(remembered, DISK_KEY));
  } catch {
    // Blocked or full: localStorage may still have it.
    return;
  }
}

async function recall(): Promise<void> {
  try {
    const look = (store: IDBObjectStore) => store.get(DISK_KEY) as IDBRequest<unknown>;
    const kept = await disk.read(look, RECALL_MS);
    if (typeof kept !== 'object' || kept === null) return;
    const { signedIn, user } = kept as Partial<Remembered>;
    remember({ signedIn: signedIn === true, user: isUser(user) ? user : null });
  } catch {
    // Blocked, or in no hurry: what localStorage has is all there is.
    return;
  }
}

export const browserMemory: SessionMemory = {
  recall,
  wasSignedIn: () => readFlag(HINT_KEY),
  user: () => (readFlag(HINT_KEY) ? rememberedUser() : null),
  keep: (user) => {
    const before = rememberedUser();
    if (before && before.id !== user.id) forgetKeptContent();
    remember({ signedIn: true, user });
    void rememberOnDisk();
  },
  forget: (signedOut) => {
    remember({ signedIn: false, user: signedOut ? null : rememberedUser() });
    void rememberOnDisk();
    if (signedOut) forgetKeptContent();
  },
};
