/** Where questions and pictures of open attempts are kept, so that they can be gone on with offline. */
export const CONTENT_DATABASE = 'quizmaster-attempts';
/** The pictures of one attempt: this and its id. */
export const PICTURE_CACHES = 'quizmaster-pictures-';

async function forgetPictures(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PICTURE_CACHES)) await caches.delete(name);
  }
}

/** Deletes the content of every attempt from this browser. Answers that were never sent stay where they are. */
export function forgetKeptContent(): void {
  try {
    indexedDB.deleteDatabase(CONTENT_DATABASE);
    if ('caches' in window) void forgetPictures().catch(() => undefined);
  } catch {
    // Storage is blocked: nothing was kept.
    return;
  }
}
