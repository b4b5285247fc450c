import { expect, it } from 'vitest';
import { RunnerPage } from '../pages/runner-page';
import { answersOnServer, sitDown } from '../support/sitting';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();

/** One attempt on two devices of one student that both began with no answer. */
async function twoDevices() {
  const visitor = await visit();
  const other = await visit();
  // The second device's first save meets the first one's: that is what is tested.
  other.expectFailures(409);
  const { account, attemptId, runner: first } = await sitDown(visitor);
  const page = await other.tab();
  await other.signInPage(page, account);
  const second = await new RunnerPage(page).open(other.baseUrl, attemptId);
  return { visitor, attemptId, first, second };
}

it.each([
  ['Keep this page’s answer', 2],
  ['Take the other answer', 1],
])('asks before a second device overwrites an answer: %s', async (button, expected) => {
  const { visitor, attemptId, first, second } = await twoDevices();
  await first.choose(1, 1);
  await first.waitForSave('saved');
  await second.choose(1, 2);
  await second.conflict.waitFor();
  expect((await answersOnServer(visitor, attemptId))[0]).toBe(1);

  await second.conflict.getByRole('button', { name: button }).click();
  await second.waitForPlace(1, 'on the server');
  expect((await answersOnServer(visitor, attemptId))[0]).toBe(expected);
  expect(await second.chosen(1)).toBe(expected);
});

it('merges without asking where two devices answered different questions', async () => {
  const { visitor, attemptId, first, second } = await twoDevices();
  await first.choose(1, 1);
  await first.waitForSave('saved');
  await second.choose(2, 0);
  await second.waitForSave('saved');
  expect(await second.conflict.count()).toBe(0);
  expect((await answersOnServer(visitor, attemptId)).slice(0, 2)).toEqual([1, 0]);
  expect(await second.chosen(1)).toBe(1);
});
