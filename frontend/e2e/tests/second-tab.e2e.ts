import { expect, it } from 'vitest';
import { RunnerPage } from '../pages/runner-page';
import { crash } from '../support/crash';
import { answersOnServer, sitDown, untilOnServer } from '../support/sitting';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();

/** One attempt in two tabs of one browser: the first leads, the second follows. */
async function twoTabs() {
  const visitor = await visit();
  const { attemptId, runner: first } = await sitDown(visitor);
  const second = await new RunnerPage(await visitor.tab()).open(visitor.baseUrl, attemptId);
  await second.following.waitFor();
  return { visitor, attemptId, first, second };
}

it('shows in a second tab live what is answered in the first, and lets nothing be answered there', async () => {
  const { visitor, attemptId, first, second } = await twoTabs();
  await first.choose(3, 3);
  await second.heading(3).waitFor();
  await second.page.getByText('1 of 8 answered').waitFor();
  expect(await second.row(3).getByRole('radio').isChecked()).toBe(true);
  expect(await second.row(0).getByRole('radio').isDisabled()).toBe(true);
  expect(await second.page.getByRole('button', { name: /^(Flag|Clear)/ }).count()).toBe(0);
  await first.waitForSave('saved');
  await second.waitForSave('saved');
  expect((await answersOnServer(visitor, attemptId)).slice(0, 3)).toEqual([-1, -1, 3]);
});

it('hands the lead over by one click, also while offline, with nothing lost and nothing asked', async () => {
  const { visitor, attemptId, first, second } = await twoTabs();
  await first.choose(1, 1);
  await first.waitForSave('saved');
  await visitor.setOffline(true);
  await first.choose(1, 2);
  await first.choose(2, 0);
  await first.waitForPlace(2, 'on this device');
  await second.takeOver();
  await first.following.waitFor();
  expect(await second.chosen(1)).toBe(2);
  await second.choose(3, 3);
  await second.waitForPlace(3, 'on this device');
  await first.page.getByText('3 of 8 answered').waitFor();

  await visitor.setOffline(false);
  await untilOnServer(visitor, attemptId, [2, 0, 3]);
  await second.waitForSave('saved');
  expect(await second.recovery.count()).toBe(0);
  expect(await second.conflict.count()).toBe(0);

  await first.takeOver();
  await second.following.waitFor();
  await first.choose(4, 2);
  await untilOnServer(visitor, attemptId, [2, 0, 3, 2]);
  expect(await first.conflict.count()).toBe(0);
});

it('goes on by itself in the other tab when the leading one is killed, with its last answers', async () => {
  const { visitor, attemptId, first, second } = await twoTabs();
  await visitor.setOffline(true);
  await first.answerInTurn([1, 0, 3]);
  await first.waitForPlace(3, 'on this device');
  await crash(first.page);
  await second.following.waitFor({ state: 'hidden' });
  expect(await second.chosen(2)).toBe(0);

  await visitor.setOffline(false);
  await untilOnServer(visitor, attemptId, [1, 0, 3]);
  await second.waitForSave('saved');
  expect(await second.recovery.count()).toBe(0);
  expect(await second.conflict.count()).toBe(0);
});

it('leads every tab to the result when one has handed in', async () => {
  const { first, second } = await twoTabs();
  const dialog = await first.openHandIn();
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  await first.page.waitForURL(/\/result$/);
  await second.page.waitForURL(/\/result$/);
});
