import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, it } from 'vitest';
import { findBarriers } from '../support/axe';
import { addDrafts, addLongDraft } from '../support/plenty';
import { until } from '../support/until';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();
const { admin, databaseUrl, quizId } = inject('stage');
const DRAFTS = 600;
const QUESTIONS = 2_000;
/** Far more than fit on a screen, far fewer than there are. */
const FEW = 80;
let longDraft: string;

beforeAll(async () => {
  await addDrafts(databaseUrl, quizId, DRAFTS);
  longDraft = await addLongDraft(databaseUrl, quizId, QUESTIONS);
});

async function openAsAdmin(path: string): Promise<Page> {
  const visitor = await visit();
  const page = await visitor.tab();
  await visitor.signInPage(page, admin);
  await page.goto(visitor.baseUrl + path);
  return page;
}

/** How many rows have been loaded, whether or not they are in the page. */
function loadedRows(page: Page): Promise<number> {
  return page.evaluate(() => {
    const told = document.querySelector('table')?.getAttribute('aria-rowcount');
    return told ? Number(told) - 1 : document.querySelectorAll('tbody tr').length;
  });
}

const inThePage = (page: Page, what: string) => page.locator(what).count();
const scrollTo = (page: Page, share: number) =>
  page.evaluate((to) => window.scrollTo(0, document.documentElement.scrollHeight * to), share);

it('a list of hundreds has only the rows in sight in the page, and the keyboard goes on where it was', async () => {
  const page = await openAsAdmin('/admin/quizzes?status=DRAFT');
  const more = page.getByRole('button', { name: 'Show more' });
  await page.getByRole('link', { name: 'Draft 1', exact: true }).waitFor();
  for (let rows = await loadedRows(page); rows < DRAFTS;) {
    await more.click();
    rows = await until('more rows are there', async () => {
      const now = await loadedRows(page);
      return now > rows ? now : null;
    });
  }
  expect(await inThePage(page, 'tbody tr')).toBeLessThan(FEW);

  await scrollTo(page, 0);
  await page.getByRole('link', { name: 'Draft 3', exact: true }).focus();
  await scrollTo(page, 0.5);
  await page
    .getByRole('link', { name: /^Draft 3\d\d$/ })
    .first()
    .waitFor();
  expect(await inThePage(page, 'tbody tr')).toBeLessThan(FEW);
  expect(await findBarriers(page, ['light'])).toEqual([]);

  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('Draft 4');
  expect(await page.locator(':focus').isVisible()).toBe(true);
});

it('a quiz of thousands of questions is edited without drawing them all, and keeps what was begun', async () => {
  const page = await openAsAdmin(`/admin/quizzes/${longDraft}`);
  const card = (number: number) =>
    page.getByRole('group', { name: `Question ${String(number)}`, exact: true });
  await card(1).waitFor();
  expect(await inThePage(page, '[data-row-focus]')).toBeLessThan(FEW);

  await card(2).getByRole('button', { name: 'Edit question 2' }).click();
  await card(2).getByLabel('Question text').fill('Begun, not saved');
  await scrollTo(page, 0.99);
  await until('the last questions are in the page', async () => {
    const rows = page.locator('li[data-index]');
    return Number(await rows.last().getAttribute('data-index')) > QUESTIONS - 100 ? true : null;
  });
  expect(await inThePage(page, '[data-row-focus]')).toBeLessThan(FEW);
  await scrollTo(page, 0);
  expect(await card(2).getByLabel('Question text').inputValue()).toBe('Begun, not saved');
});
