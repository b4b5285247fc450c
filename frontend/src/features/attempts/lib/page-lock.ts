/** A lock that is free is granted at once; one still held after this belongs to an open page. */
const PATIENCE_MS = 500;

const lockName = (clientId: string) => `quiz-page-${clientId}`;

/** Marks this page as open until the returned function is called, or until the page is gone. */
export function holdPageLock(clientId: string): () => void {
  if (!('locks' in navigator)) return () => undefined;
  const released = Promise.withResolvers<void>();
  void navigator.locks.request(lockName(clientId), () => released.promise);
  return released.resolve;
}

/**
 * Whether the page with this clientId is still open in another tab: what it keeps on the device is its
 * own business then. A page that crashed has lost its lock. Without Web Locks every page counts as gone.
 */
export async function isPageOpen(clientId: string): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    await navigator.locks.request(lockName(clientId), { signal }, () => undefined);
    return false;
  } catch (error) {
    if (signal.aborted) return true;
    throw error;
  }
}
