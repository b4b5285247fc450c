import type { AutoSaveSnapshot } from './autosave-types';

/** What the save indicator says; `kept`: the answers not on the server are at least on this device. */
export type SaveStatus =
  | { kind: 'ready' | 'all-saved' | 'saving' | 'signed-out' | 'refused' }
  | { kind: 'saved'; atMs: number }
  | { kind: 'offline' | 'failed'; kept: boolean };

/** Whether every answer that is not on the server is at least on this device: the page may be closed then. */
export function isKept(state: Pick<AutoSaveSnapshot, 'onDeviceCount' | 'unsavedCount'>): boolean {
  return state.onDeviceCount === state.unsavedCount;
}

/** Truthful by construction: `saved` needs an acknowledgement and nothing left to send. */
export function saveStatus(state: AutoSaveSnapshot): SaveStatus {
  const kept = isKept(state);
  if (state.signedOut) return { kind: 'signed-out' };
  if (state.error?.kind === 'refused') return { kind: 'refused' };
  if (state.error?.kind === 'offline') return { kind: 'offline', kept };
  if (state.error) return { kind: 'failed', kept };
  if (state.unsavedCount > 0) return { kind: 'saving' };
  if (state.lastSaved !== null) return { kind: 'saved', atMs: state.lastSaved };
  return { kind: Object.keys(state.questions).length > 0 ? 'all-saved' : 'ready' };
}

/** How long ago, in steps a person would count: null for just now. */
export function savedAgo(
  milliseconds: number,
): { unit: 'seconds' | 'minutes'; count: number } | null {
  const seconds = Math.floor(milliseconds / 1_000);
  if (seconds < 5) return null;
  if (seconds < 60) return { unit: 'seconds', count: seconds - (seconds % 5) };
  return { unit: 'minutes', count: Math.floor(seconds / 60) };
}
