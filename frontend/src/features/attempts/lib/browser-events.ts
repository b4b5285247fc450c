import type { AutoSave } from './autosave';

/** Tells the autosave what the browser tells the page. Returns the function that ends it. */
export function followBrowser(autosave: AutoSave): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const onHide = () => {
    if (document.visibilityState === 'hidden') autosave.leave();
  };
  document.addEventListener('visibilitychange', onHide, { signal });
  window.addEventListener(
    'pagehide',
    () => {
      autosave.leave();
    },
    { signal },
  );
  window.addEventListener(
    'online',
    () => {
      autosave.saveNow();
    },
    { signal },
  );
  return () => {
    ended.abort();
  };
}
