import type { Page } from 'playwright-core';

/** As a bad disk or a curious student does: the copy in LocalStorage is no longer what was written. */
export async function damageBackup(page: Page, attemptId: string): Promise<void> {
  await page.evaluate((id) => localStorage.setItem(`quiz-progress-${id}`, '[{"torn'), attemptId);
}

/**
 * The same of the attempt's records in the journal: with another `answer` under the old checksum, or with
 * `garbage` in their place. Returns how many there were.
 */
export async function damageJournal(
  page: Page,
  attemptId: string,
  how: 'answer' | 'garbage',
): Promise<number> {
  return page.evaluate(
    ([id, kind]) =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('quizmaster-journal');
        request.onerror = () => reject(new Error('the journal does not open'));
        request.onsuccess = () => {
          const change = request.result.transaction('progress', 'readwrite');
          const store = change.objectStore('progress');
          let count = 0;
          const records = store.openCursor(IDBKeyRange.bound(`${id}/`, `${id}/\uffff`));
          records.onsuccess = () => {
            const cursor = records.result;
            if (!cursor) return;
            count += 1;
            const text = JSON.stringify(cursor.value).replace('"value":"', '"value":"x');
            cursor.update(kind === 'garbage' ? new Uint8Array(64) : JSON.parse(text));
            cursor.continue();
          };
          change.oncomplete = () => {
            request.result.close();
            resolve(count);
          };
        };
      }),
    [attemptId, how] as const,
  );
}

/** The keys of what was set aside in the journal. */
export async function setAsideInJournal(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open('quizmaster-journal');
        request.onerror = () => reject(new Error('the journal does not open'));
        request.onsuccess = () => {
          const store = request.result.transaction('progress').objectStore('progress');
          const keys = store.getAllKeys(IDBKeyRange.bound('damaged/', 'damaged/\uffff'));
          keys.onsuccess = () => {
            request.result.close();
            resolve(keys.result.map(String));
          };
        };
      }),
  );
}
