import type { Page } from 'playwright-core';
import type { SignedIn } from '../../src/lib/api/generated/types.gen';

/** Signs the browser of this page in without going through the forms: cookie, and what it remembers of its user. */
export function signInBrowser(
  page: Page,
  path: '/api/auth/register' | '/api/auth/login',
  body: object,
): Promise<SignedIn> {
  return page.evaluate(
    async ({ path, body }) => {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      const signedIn = (await response.json()) as SignedIn;
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('quizmaster-session', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('memory');
        request.onerror = () => reject(new Error('the database does not open'));
        request.onsuccess = () => {
          const change = request.result.transaction('memory', 'readwrite');
          change.objectStore('memory').put({ signedIn: true, user: signedIn.user }, 'session');
          change.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      });
      return signedIn;
    },
    { path, body },
  );
}
