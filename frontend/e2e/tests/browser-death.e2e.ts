import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { RunnerPage } from '../pages/runner-page';
import { MortalBrowser } from '../support/mortal-browser';
import { answersOnServer, sitDown } from '../support/sitting';
import '../support/stage';

const CHOSEN = [1, 0, 3, 2, 0];
let browser: MortalBrowser;

beforeEach(async () => {
  browser = await MortalBrowser.create(inject('stage').baseUrl);
});
afterEach(async () => {
  await browser.dispose();
});

it('answers shown as "on this device" survive the death of the whole browser', async () => {
  const before = await browser.start();
  const { account, attemptId, runner } = await sitDown(before);
  await before.setOffline(true);
  await runner.answerInTurn(CHOSEN);
  for (const index of CHOSEN.keys()) await runner.waitForPlace(index + 1, 'on this device');
  await browser.kill();
  expect(before.problems).toEqual([]);

  const after = await browser.start();
  // What the dying browser had on its disk may be a session older than the last.
  after.expectFailures(401);
  await after.signInApi(account);
  const page = await after.tab();
  await after.signInPage(page, account);
  const reopened = await new RunnerPage(page).open(after.baseUrl, attemptId);
  await reopened.recovery.waitFor();
  await reopened.waitForSave('saved');
  expect((await answersOnServer(after, attemptId)).slice(0, 5)).toEqual(CHOSEN);
  expect(after.problems).toEqual([]);
});
