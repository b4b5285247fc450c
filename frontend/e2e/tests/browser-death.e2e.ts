import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { RunnerPage } from '../pages/runner-page';
import { MortalBrowser } from '../support/mortal-browser';
import { answersOnServer, sitDown } from '../support/sitting';
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
