import { expect, it } from 'vitest';
import { answersOnServer, sitDown } from '../support/sitting';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();

it('asks to sign in again over the page when the session has ended, and loses nothing', async () => {
  const visitor = await visit();
  const { page, account, attemptId, runner } = await sitDown(visitor);
  await visitor.endSession(page);
  await runner.answerInTurn([1, 0]);
  await runner.signIn.waitFor();
  await runner.signIn.getByLabel('Password', { exact: true }).fill(account.password);
  await runner.signIn.getByRole('button', { name: 'Log in' }).click();
  await runner.signIn.waitFor({ state: 'hidden' });
  await runner.waitForSave('saved');
  await visitor.signInApi(account);
  expect((await answersOnServer(visitor, attemptId)).slice(0, 2)).toEqual([1, 0]);
});

it('renews a session that has run out by itself: the answer arrives, with nothing asked', async () => {
  const visitor = await visit();
  visitor.expectFailures(401);
  const { page, attemptId, runner } = await sitDown(visitor);
  await page.route(
    '**/progress',
    (route) =>
      route.fulfill({
        status: 401,
        headers: { 'Content-Type': 'application/problem+json' },
        body: JSON.stringify({ status: 401, code: 'UNAUTHENTICATED', title: 'Not signed in' }),
      }),
    { times: 1 },
  );
  const renewed = page.waitForResponse('**/auth/refresh');
  await runner.choose(1, 1);
  expect((await renewed).status()).toBe(200);
  await runner.waitForSave('saved');
  expect(await runner.signIn.count()).toBe(0);
  expect((await answersOnServer(visitor, attemptId))[0]).toBe(1);
});
