import type { Page } from 'playwright-core';
import { until } from './until';

/** What this browser keeps of attempts for going on with no network: database entries and pictures. */
export async function keptContent(page: Page): Promise<{ entries: number; pictures: number }> {
  return page.evaluate(async () => {
    const known = await indexedDB.databases();
    const names = (await caches.keys()).filter((name) => name.startsWith('quizmaster-pictures-'));
    let pictures = 0;
    for (const name of names) pictures += (await (await caches.open(name)).keys()).length;
    if (!known.some(({ name }) => name === 'quizmaster-attempts')) return { entries: 0, pictures };
    const entries = await new Promise<number>((resolve, reject) => {
      const request = indexedDB.open('quizmaster-attempts');
      request.onerror = () => reject(new Error('the database does not open'));
      request.onsuccess = () => {
        const database = request.result;
        const count = database.objectStoreNames.contains('attempts')
          ? database.transaction('attempts').objectStore('attempts').count()
          : null;
        database.onversionchange = () => database.close();
        if (!count) return resolve(0);
        count.onsuccess = () => {
          database.close();
          resolve(count.result);
        };
      };
    });
    return { entries, pictures };
  });
}

/** Fulfilled when the app and the attempt open on this page are on the device. */
export async function untilKept(page: Page, { pictures = 0 } = {}): Promise<void> {
  // Active: it serves the next page, whether or not it has this one, which may have begun before it did.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await until('app and attempt are kept on the device', async () => {
    const kept = await keptContent(page);
    return kept.entries === 2 && kept.pictures >= pictures ? true : null;
  });
}

/** As when the browser has cleared what pages keep, but not the answers. */
export async function forgetKept(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('quizmaster-attempts');
        request.onerror = () => reject(new Error('the database does not open'));
        request.onsuccess = () => {
          const change = request.result.transaction('attempts', 'readwrite');
          change.objectStore('attempts').clear();
          change.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  );
}
