import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();
const PAUSE = 'The server asks for a short pause';

/** Answers the next such request as the server does when the limit is reached. */
async function limitNext(page: Page, path: string, seconds: number): Promise<void> {
  const problem = { type: 'about:blank', title: 'Too Many Requests', status: 429 };
  await page.route(
    path,
    (route) =>
      route.fulfill({
        status: 429,
        headers: { 'Content-Type': 'application/problem+json', 'Retry-After': String(seconds) },
        body: JSON.stringify({ ...problem, code: 'RATE_LIMITED', detail: '', requestId: 'r-1' }),
      }),
    { times: 1 },
  );
}

it('a page that the server makes wait says so calmly, and goes on by itself', async () => {
  const visitor = await visit({ serviceWorkers: 'block' });
  visitor.expectFailures(429);
  const page = await visitor.tab();
  await limitNext(page, '**/api/quizzes?**', 3);
  await page.goto(visitor.baseUrl);
  await page.getByText(`${PAUSE}. The page goes on by itself.`).waitFor();
  await page.getByText(/^[123] seconds?$/).waitFor();
  await page.getByRole('link', { name: 'Geography for explorers' }).waitFor();
  await page.getByText(PAUSE).waitFor({ state: 'detached' });
  expect(await page.getByRole('alert').count()).toBe(0);
});

it('a student whose start is made to wait is told for how long, and starts then', async () => {
  const visitor = await visit({ serviceWorkers: 'block' });
  visitor.expectFailures(429);
  const page = await visitor.tab();
  await visitor.register(page);
  await page.goto(`${visitor.baseUrl}/quizzes/${inject('stage').quizId}`);
  const start = page.getByRole('button', { name: 'Start' });
  await start.waitFor();
  await limitNext(page, '**/attempts', 7);
  await start.click();
  const alert = page.getByRole('alert');
  await alert.getByText(PAUSE).waitFor();
  await alert.getByText('Nothing is lost. Try again in 7 seconds.').waitFor();
  await start.click();
  await page.waitForURL('**/attempts/*');
});

it('a sign-in that has to wait for minutes keeps what was typed', async () => {
  const visitor = await visit({ serviceWorkers: 'block' });
  visitor.expectFailures(429);
  const page = await visitor.tab();
  await limitNext(page, '**/api/auth/login', 840);
  await page.goto(`${visitor.baseUrl}/login`);
  await page.getByLabel('E-mail').fill('mai@example.org');
  await page.getByLabel('Password', { exact: true }).fill('seven green bicycles');
  await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
  await page.getByText('Nothing is lost. Try again in 14 minutes.').waitFor();
  expect(await page.getByLabel('E-mail').inputValue()).toBe('mai@example.org');
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe(
    'seven green bicycles',
  );
});
