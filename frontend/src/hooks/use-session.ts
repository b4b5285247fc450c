import { useSyncExternalStore } from 'react';
import { session } from '../lib/http/browser-session';
import type { SessionState } from '../lib/http/session';

/** Who is signed in; re-renders on each change. */
export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.snapshot);
}
