import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { answersOnServer, sitDown } from '../support/sitting';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();

/** Answers the next save with a problem instead of the server; later ones reach the server. */
async function failNextSave(page: Page, status: number, code: string, headers = {}) {
  const problem = { type: 'about:blank', title: code, status, code, detail: code };
  await page.route(
    '**/progress',
    (route) =>
      route.fulfill({
        status,
        headers: { 'Content-Type': 'application/problem+json', ...headers },
        body: JSON.stringify({ ...problem, requestId: 'support-code-1' }),
      }),
    { times: 1 },
  );
}

it.each([
  [503, 'DB_UNAVAILABLE'],
  [429, 'RATE_LIMITED'],
] as const)('tries again by itself after a %i, and says so meanwhile', async (status, code) => {
  const visitor = await visit();
  visitor.expectFailures(status);
  const { page, attemptId, runner } = await sitDown(visitor);
  await failNextSave(page, status, code, { 'Retry-After': '4' });
  await runner.choose(1, 1);
  await runner.waitForSave('failed');
  await runner.waitForSave('saved');
  expect((await answersOnServer(visitor, attemptId))[0]).toBe(1);
});

it('shows a support code when the server refuses, keeps the answer and saves it with the next one', async () => {
  const visitor = await visit();
  visitor.expectFailures(422);
  const { page, attemptId, runner } = await sitDown(visitor);
  await failNextSave(page, 422, 'VALIDATION_FAILED');
  await runner.choose(1, 1);
  await runner.waitForSave('refused');
  await page.getByText('support-code-1').waitFor();
  await runner.waitForPlace(1, 'on this device');
  await runner.choose(2, 0);
  await runner.waitForSave('saved');
  expect((await answersOnServer(visitor, attemptId)).slice(0, 2)).toEqual([1, 0]);
});
