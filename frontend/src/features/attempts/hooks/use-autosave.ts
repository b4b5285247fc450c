import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { AutoSave } from '../lib/autosave';

/** The autosave of the attempt that is open on this page. */
export const AutoSaveContext = createContext<AutoSave | null>(null);

/**
 * The autosave of an attempt: what is saved and what is not, and the ways to change it. `lastSaved` is
 * the monotonic moment (ms) of the last acknowledgement. Only below the runner of that attempt.
 */
export function useAutoSave(attemptId: string) {
  const autosave = useContext(AutoSaveContext);
  if (autosave?.attemptId !== attemptId) {
    throw new Error(`attempt ${attemptId} is not open on this page`);
  }
  const state = useSyncExternalStore(autosave.subscribe, autosave.getSnapshot);
  const actions = useMemo(() => actionsOf(autosave), [autosave]);
  return { ...state, ...actions };
}

function actionsOf(autosave: AutoSave) {
  return {
    choose: autosave.choose.bind(autosave),
    moveTo: autosave.moveTo.bind(autosave),
    markDirty: autosave.markDirty.bind(autosave),
    saveNow: autosave.saveNow.bind(autosave),
    resolve: autosave.resolve.bind(autosave),
    submit: autosave.submit.bind(autosave),
    timeIsOver: autosave.timeIsOver.bind(autosave),
  };
}

export type AutoSaveView = ReturnType<typeof useAutoSave>;
