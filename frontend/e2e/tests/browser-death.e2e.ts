import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { RunnerPage } from '../pages/runner-page';
import { Cable } from '../support/cable';
import { untilKept } from '../support/kept';
import { MortalBrowser } from '../support/mortal-browser';
import { answersOnServer, sitDown, untilOnServer } from '../support/sitting';
import '../support/stage';
import { until } from '../support/until';

/** What somebody signs in with. */
interface Account {
  email: string;
  password: string;
}

const CHOSEN = [1, 0, 3, 2, 0];
let browser: MortalBrowser;

beforeEach(async () => {
  browser = await MortalBrowser.create(inject('stage').baseUrl);
});
afterEach(async () => {
  await browser.dispose();
});

/** After the death: the same student opens the attempt again and touches nothing. */
async function comeBack(account: Account, attemptId: string) {
  const after = await browser.start();
  // What the dying browser had on its disk may be a session older than the last.
  after.expectFailures(401);
  await after.signInApi(account);
  const page = await after.tab();
  await after.signInPage(page, account);
  const reopened = await new RunnerPage(page).open(after.baseUrl, attemptId);
  await until('every answer is on the server', async () => {
    const answers = await answersOnServer(after, attemptId);
    return CHOSEN.every((option, index) => answers[index] === option) ? true : null;
  });
  return { after, reopened };
}

it('answers shown as "on this device" survive the death of the whole browser', async () => {
  const before = await browser.start();
  const { account, attemptId, runner } = await sitDown(before);
  await before.setOffline(true);
  await runner.answerInTurn(CHOSEN);
  for (const index of CHOSEN.keys()) await runner.waitForPlace(index + 1, 'on this device');
  await browser.kill();
  expect(before.problems).toEqual([]);

  const { after, reopened } = await comeBack(account, attemptId);
  await reopened.recovery.waitFor();
  expect(after.problems).toEqual([]);
});

it('no answer is lost when the browser is killed one second after the last choice, in the midst of saving', async () => {
  const before = await browser.start();
  const { account, attemptId, runner } = await sitDown(before);
  await runner.answerInTurn(CHOSEN);
  // The promise is about this second.
  await pause(1_000);
  await browser.kill();
  expect(before.problems).toEqual([]);

  const { after } = await comeBack(account, attemptId);
  expect(after.problems).toEqual([]);
});

it('the quiz goes on without a network when the browser was killed just after the student signed in', async () => {
  const cable = await Cable.to(inject('stage').baseUrl);
  const mortal = await MortalBrowser.create(cable.baseUrl);
  try {
    const before = await mortal.start();
    const { account, page, attemptId, runner } = await sitDown(before);
    await runner.choose(1, 1);
    await runner.waitForSave('saved');
    await untilKept(page);
    await cable.pull();
    await runner.choose(2, 0);
    await runner.waitForPlace(2, 'on this device');
    await mortal.kill();

    const after = await mortal.start();
    after.expectFailures('offline', 401);
    const reopened = await new RunnerPage(await after.tab()).open(cable.baseUrl, attemptId);
    await reopened.recovery.getByRole('button', { name: 'Keep what is on this device' }).click();
    await reopened.choose(3, 3);
    await reopened.waitForPlace(3, 'on this device');

    // The cookie of the session died with the browser: one signs in over the page, which goes on.
    await cable.plugIn();
    await after.signInApi(account);
    await reopened.signIn.getByLabel('Password', { exact: true }).fill(account.password);
    await reopened.signIn.getByRole('button', { name: 'Log in' }).click();
    await untilOnServer(after, attemptId, [1, 0, 3]);
    await reopened.waitForSave('saved');
  } finally {
    await mortal.dispose();
    await cable.pull();
  }
});
