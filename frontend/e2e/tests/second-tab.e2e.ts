import { expect, it } from 'vitest';
import { RunnerPage } from '../pages/runner-page';
import { answersOnServer, sitDown } from '../support/sitting';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();

/** One attempt in two tabs that both began with no answer. */
async function twoTabs() {
  const visitor = await visit();
  // The second tab's first save meets the first one's: that is what is tested.
  visitor.expectFailures(409);
  const { attemptId, runner: first } = await sitDown(visitor);
  const second = await new RunnerPage(await visitor.tab()).open(visitor.baseUrl, attemptId);
  return { visitor, attemptId, first, second };
}

it.each([
  ['Keep this page’s answer', 2],
  ['Take the other answer', 1],
])('asks before a second tab overwrites an answer: %s', async (button, expected) => {
  const { visitor, attemptId, first, second } = await twoTabs();
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

it('merges without asking where two tabs answered different questions', async () => {
  const { visitor, attemptId, first, second } = await twoTabs();
  await first.choose(1, 1);
  await first.waitForSave('saved');
  await second.choose(2, 0);
  await second.waitForSave('saved');
  expect(await second.conflict.count()).toBe(0);
  expect((await answersOnServer(visitor, attemptId)).slice(0, 2)).toEqual([1, 0]);
  expect(await second.chosen(1)).toBe(1);
});
