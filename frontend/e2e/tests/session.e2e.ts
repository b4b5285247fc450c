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
