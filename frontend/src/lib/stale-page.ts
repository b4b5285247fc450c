import { readSessionText, writeSessionText } from './storage';

const RELOADED_AT = 'qm-reloaded-at';
/** A reload that did not help is not repeated; one after the next release is due again. */
const ONCE_PER_MS = 60_000;

const missing = new WeakSet<object>();

/** Remembers which errors are code of this release that the server does not have any more. */
export function watchMissingCode(): void {
  window.addEventListener('vite:preloadError', (event) => {
    missing.add(event.payload);
  });
}

async function isServerThere(): Promise<boolean> {
  try {
    const response = await fetch('/', { method: 'HEAD', cache: 'no-store' });
    return response.ok;
  } catch {
    // No network: the page as it is tells that better than the browser's own error page.
    return false;
  }
}

/**
 * Loads the page anew, once, where `error` is that its code is gone since an upgrade. Only for a page
 * that cannot be shown anyway: nothing that somebody is doing is lost.
 */
export async function reloadIfStale(error: unknown): Promise<void> {
  if (typeof error !== 'object' || error === null || !missing.has(error)) return;
  if (Date.now() - Number(readSessionText(RELOADED_AT) ?? 0) < ONCE_PER_MS) return;
  if (!(await isServerThere())) return;
  // Where that cannot be remembered the page could reload for ever.
  if (writeSessionText(RELOADED_AT, String(Date.now()))) window.location.reload();
}
