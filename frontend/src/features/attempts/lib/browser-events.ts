import type { AutoSave } from './autosave';

/** Away or asleep for longer than this, the page looks again at what the server has. */
const AWAY_MS = 60_000;
const SLEEP_CHECK_MS = 5_000;

/**
 * Tells the autosave what the browser tells the page; `lookAgain` is called when the page comes back after
 * a while. Returns the function that ends it. The wall clock only says when to look, never the time left.
 */
export function followBrowser(
  autosave: AutoSave,
  lookAgain: (sleptMs: number) => void,
): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let hiddenAt = Date.now();
  const onVisibility = () => {
    if (document.visibilityState === 'visible') {
      if (Date.now() - hiddenAt > AWAY_MS) lookAgain(0);
      return;
    }
    hiddenAt = Date.now();
    autosave.leave();
  };
  document.addEventListener('visibilitychange', onVisibility, { signal });
  window.addEventListener('pagehide', () => autosave.leave(), { signal });
  window.addEventListener('online', () => autosave.saveNow(), { signal });
  const stopWatching = watchForSleep(lookAgain);
  return () => {
    ended.abort();
    stopWatching();
  };
}

/** Asleep, a computer's monotonic clock stands still while the wall clock goes on. */
function watchForSleep(onWake: (sleptMs: number) => void): () => void {
  const gap = () => Date.now() - performance.now();
  let before = gap();
  const timer = setInterval(() => {
    const now = gap();
    if (Math.abs(now - before) > SLEEP_CHECK_MS) onWake(now - before);
    before = now;
  }, SLEEP_CHECK_MS);
  return () => clearInterval(timer);
}
