import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ResultPage } from '../pages/result-page';
import { forgetKept } from '../support/kept';
import { sitDown } from '../support/sitting';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();

it.each([
  ['en-GB', 'Page not found'],
  ['vi-VN', 'Không tìm thấy trang'],
])(
  'a mistyped address is no page, said in the language of the browser: %s',
  async (locale, title) => {
    const visitor = await visit({ locale });
    const page = await visitor.tab();
    for (const path of ['/nowhere', '/quizzes/xx', '/attempts/xx', '/attempts/xx/result']) {
      await page.goto(visitor.baseUrl + path);
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      expect(await page.getByRole('main').count()).toBe(1);
    }
  },
);

it('says that answers are kept, with no support code, when neither the server nor this device has the attempt to open', async () => {
  const visitor = await visit();
  visitor.expectFailures('offline');
  const { page, runner } = await sitDown(visitor);
  await page.route('**/api/**', (route) => route.abort());
  await forgetKept(page);
  await page.reload();
  await page.getByText('The server cannot be reached').waitFor();
  expect(await page.getByText('is kept on this device').count()).toBe(0);
  await page.unroute('**/api/**');
  await page.reload();
  await runner.heading().waitFor();
  await page.route('**/api/**', (route) => route.abort());
  await runner.choose(1, 1);
  await runner.waitForPlace(1, 'on this device');

  await forgetKept(page);
  await page.reload();
  await page.getByText('is kept on this device').waitFor();
  expect(await page.getByText('Support code').count()).toBe(0);
  await page.unroute('**/api/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await runner.heading().waitFor();
});

it('loads the page anew, once, when its code is gone after an upgrade, and shows the result', async () => {
  // A service worker would have the code still.
  const visitor = await visit({ serviceWorkers: 'block' });
  visitor.expectFailures(404);
  const { page, runner } = await sitDown(visitor);
  const asked = await loseCode(page, 1);
  await runner.choose(1, 1);
  const dialog = await runner.openHandIn();
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  const result = await new ResultPage(page).waitFor();
  expect(await result.text()).toContain('1 of 8 points');
  expect(asked()).toBe(2);
});

it('does not load the page again and again when its code stays away', async () => {
  // A service worker would have the code still.
  const visitor = await visit({ serviceWorkers: 'block' });
  visitor.expectFailures(404);
  const { page, runner } = await sitDown(visitor);
  const asked = await loseCode(page, Infinity);
  const dialog = await runner.openHandIn();
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  await page.waitForEvent('load');
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked()).toBe(2);
});

/** Takes the result page's code off the server for so many requests; tells how many there were. */
async function loseCode(page: Page, times: number): Promise<() => number> {
  let asked = 0;
  await page.route('**/assets/result-page-*', async (route) => {
    asked += 1;
    if (asked <= times) await route.fulfill({ status: 404, body: '' });
    else await route.continue();
  });
  return () => asked;
}

it('shows the label of the first wrong field under the header of a small phone', async () => {
  const visitor = await visit({ viewport: { width: 320, height: 480 } });
  const page = await visitor.tab();
  await page.goto(`${visitor.baseUrl}/register`);
  const field = page.getByRole('textbox', { name: 'Name' });
  // The field is in sight, its label under the header: the browser alone sees no need to scroll.
  await field.evaluate((one) => {
    const header = document.querySelector('header')?.getBoundingClientRect().height ?? 0;
    window.scrollBy(0, one.getBoundingClientRect().top - header - 1);
    one.closest('form')?.requestSubmit();
  });
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  const label = await page.locator('label', { hasText: 'Name' }).boundingBox();
  const header = await page.getByRole('banner').boundingBox();
  if (!label || !header) throw new Error('the page has no such label or header');
  expect(label.y).toBeGreaterThanOrEqual(header.y + header.height);
});
