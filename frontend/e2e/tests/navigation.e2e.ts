import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { until } from '../support/until';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();
const QUIZ = 'Geography for explorers';

/** The requests of a page from now on: their paths. A service worker would have the code already. */
function watchRequests(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

async function openCatalogue(options = {}) {
  const visitor = await visit({ serviceWorkers: 'block', ...options });
  const page = await visitor.tab();
  return { visitor, page, card: page.getByRole('link', { name: QUIZ }) };
}

const isCode = (path: string) => /quiz-page-.*\.js$/.test(path);
const isData = (path: string) => /^\/api\/quizzes\/[^/]+$/.test(path);

it('a quiz is there at once when the pointer rested on its link: code and data were asked for ahead', async () => {
  const { visitor, page, card } = await openCatalogue();
  await page.goto(visitor.baseUrl);
  await card.waitFor();
  const paths = watchRequests(page);
  await card.hover();
  await until('code and data are asked for', () =>
    Promise.resolve(paths.some(isCode) && paths.some(isData) ? true : null),
  );
  await page.waitForLoadState('networkidle');
  paths.length = 0;
  await card.click();
  await page.getByRole('heading', { name: QUIZ, level: 1 }).waitFor();
  expect(paths.filter((path) => isCode(path) || isData(path))).toEqual([]);
});

it('the keyboard has a page asked for ahead as the pointer has', async () => {
  const { visitor, page, card } = await openCatalogue();
  await page.goto(visitor.baseUrl);
  await card.waitFor();
  const paths = watchRequests(page);
  await card.focus();
  await until('code and data are asked for', () =>
    Promise.resolve(paths.some(isCode) && paths.some(isData) ? true : null),
  );
});

it('nothing is asked for ahead where data is to be saved', async () => {
  const { visitor, page, card } = await openCatalogue();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.clock.install();
  await page.goto(visitor.baseUrl);
  await card.waitFor();
  const paths = watchRequests(page);
  await card.hover();
  await page.clock.runFor(1_000);
  expect(paths).toEqual([]);
});

it('what was seen is shown at once, and stays while news of it cannot be had', async () => {
  const { visitor, page, card } = await openCatalogue();
  await page.goto(visitor.baseUrl);
  await card.click();
  await page.getByRole('heading', { name: QUIZ, level: 1 }).waitFor();
  visitor.expectFailures('offline');
  await page.route('**/api/**', (route) => route.abort());
  await page.getByRole('link', { name: 'All quizzes' }).click();
  await card.waitFor();
  await card.click();
  await page.getByRole('heading', { name: QUIZ, level: 1 }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

it('a menu is loaded when it is wanted, opens with the press that asked for it, and gives the focus back', async () => {
  const { visitor, page, card } = await openCatalogue();
  const paths = watchRequests(page);
  await page.goto(visitor.baseUrl);
  await card.waitFor();
  expect(paths.filter((path) => path.includes('menu'))).toEqual([]);
  const button = page.getByRole('button', { name: 'Theme and language' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
});

/** What came over the network for the list of quizzes: 300 bytes stand for the head of an answer. */
function bytesForList(page: Page) {
  return page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const list = entries.find(({ name }) => new URL(name).pathname === '/api/quizzes');
    return { sent: list?.transferSize ?? -1, content: list?.encodedBodySize ?? -1 };
  });
}

it('what has not changed is not sent again: the browser asks by its tag, also behind the service worker', async () => {
  const visitor = await visit();
  const page = await visitor.tab();
  const card = page.getByRole('link', { name: QUIZ });
  await page.goto(visitor.baseUrl);
  await card.waitFor();
  const first = await bytesForList(page);
  expect(first.sent).toBe(300 + first.content);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await page.reload();
  await card.waitFor();
  expect(await bytesForList(page)).toEqual({ sent: 300, content: first.content });
});
