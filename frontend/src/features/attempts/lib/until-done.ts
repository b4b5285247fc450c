import { Pause } from './pause';
import { retryDelayMs } from './save-schedule';

/**
 * Tries again and again, later each time and at once when the network is back, until it is `done`.
 * Returns the function that ends it.
 */
export function untilDone(done: () => Promise<boolean>): () => void {
  const pause = new Pause();
  const ended = new AbortController();
  const { signal } = ended;
  const run = async () => {
    for (let tries = 1; !signal.aborted && !(await done()); tries += 1) {
      await pause.begin(retryDelayMs(tries, Math.random(), null));
    }
  };
  window.addEventListener('online', () => pause.end(), { signal });
  void run();
  return () => {
    ended.abort();
    pause.end();
  };
}
