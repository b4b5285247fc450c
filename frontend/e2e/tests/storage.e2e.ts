import { expect, it } from 'vitest';
import { untilReported } from '../support/device-reports';
import { answersOnServer, sitDown } from '../support/sitting';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();

/** Makes the browser refuse to keep anything from now on, in the way of `name`. */
function refuseStorage(name: 'QuotaExceededError' | 'SecurityError'): void {
  const refuse = () => {
    throw new DOMException('no', name);
  };
  Storage.prototype.setItem = refuse;
  IDBObjectStore.prototype.put = refuse;
}

it.each([
  ['QuotaExceededError', 'This browser has no room left', 'STORAGE_FULL'],
  ['SecurityError', 'This browser does not allow a copy', 'STORAGE_BLOCKED'],
] as const)(
  'saves on the server and tells the student, and the log, when storage fails with %s',
  async (name, text, code) => {
    const visitor = await visit();
    const { page, attemptId, runner } = await sitDown(visitor);
    await page.evaluate(refuseStorage, name);
    await runner.choose(1, 1);
    await page.getByText(text).waitFor();
    await page.getByRole('button', { name: /^Question 1,.*not kept yet$/ }).waitFor();
    await runner.waitForSave('saved');
    expect((await answersOnServer(visitor, attemptId))[0]).toBe(1);
    await untilReported(attemptId, `${code} 1`);
  },
);

it('says that the page has to stay open when neither device nor server takes an answer', async () => {
  const visitor = await visit();
  visitor.expectFailures(503);
  const { page, runner } = await sitDown(visitor);
  await page.evaluate(refuseStorage, 'SecurityError' as const);
  await page.route('**/progress', (route) => route.fulfill({ status: 503 }));
  await runner.choose(1, 1);
  await runner.waitForSave('failed');
  await page.getByText('Could not save: do not close this page').first().waitFor();
  await page.getByText('Your last answers are on this page only.').waitFor();
  await page.getByRole('link', { name: 'Leave, and go on later' }).click();
  const leaving = page.getByRole('dialog', { name: 'Some answers are not on the server yet' });
  await leaving.getByText('1 answer is on this page only. If you leave now, it is lost.').waitFor();
  await leaving.getByRole('button', { name: 'Stay' }).click();

  await page.route('**/submit', (route) => route.fulfill({ status: 503 }));
  const handIn = await runner.openHandIn();
  await handIn.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('dialog', { name: 'Handing in' }).getByText('keeps no copy').waitFor();
  await page.unroute('**/submit');
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByRole('heading', { name: 'Your result' }).waitFor();
  expect(await page.getByRole('main').innerText()).toContain('1 of 8 points');
});

it('never shows or sends what another person left on a shared computer', async () => {
  const visitor = await visit();
  const { page, attemptId, runner } = await sitDown(visitor);
  await visitor.setOffline(true);
  await runner.choose(1, 1);
  await runner.waitForPlace(1, 'on this device');
  const theirs = await page.evaluate(
    (id) => localStorage.getItem(`quiz-progress-${id}`),
    attemptId,
  );
  await visitor.setOffline(false);
  await runner.waitForSave('saved');

  const second = await visit();
  const { page: other, attemptId: otherId, runner: own } = await sitDown(second);
  // The copy of the first student, under the second one's attempt and with a checksum that fits.
  await other.evaluate(([key, text]) => localStorage.setItem(key, text), [
    `quiz-progress-${otherId}`,
    theirs ?? '',
  ] as const);
  await other.reload();
  await own.heading().waitFor();
  await own.choose(2, 0);
  await own.waitForSave('saved');
  expect(await own.recovery.count()).toBe(0);
  expect((await answersOnServer(second, otherId)).slice(0, 2)).toEqual([-1, 0]);
});
