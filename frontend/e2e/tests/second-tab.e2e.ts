import { expect, it } from 'vitest';
import { RunnerPage } from '../pages/runner-page';
import { crash } from '../support/crash';
import { hang } from '../support/hang';
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

it('takes the lead from a tab that hangs, with all it had, and what that one does when it wakes counts no more', async () => {
  const { visitor, attemptId, first, second } = await twoTabs();
  // A save of the first tab may be on its way when it hangs, and meet one of the second.
  visitor.expectFailures(409);
  await first.choose(1, 1);
  await first.waitForSave('saved');
  await first.choose(2, 0);
  await first.waitForPlace(2, 'on this device');
  await first.goTo(3);
  // The answer of the last moment: nothing but the synchronous copy can have it.
  const { awake } = await hang(first.page, {
    ...{ milliseconds: 20_000, click: 3, clickAfter: 1 },
    seenFrom: second.page,
  });
  await second.takeOver();
  expect(await second.recovery.count()).toBe(0);
  expect(await second.chosen(1)).toBe(1);
  expect(await second.chosen(2)).toBe(0);
  expect(await second.chosen(3)).toBe(3);
  await untilOnServer(visitor, attemptId, [1, 0, 3]);
  await second.choose(2, 2);
  await untilOnServer(visitor, attemptId, [1, 2, 3]);

  await awake;
  await first.following.waitFor();
  await first.page.getByText('3 of 8 answered').waitFor();
  await second.choose(4, 0);
  await untilOnServer(visitor, attemptId, [1, 2, 3, 0]);
  expect(await second.conflict.count()).toBe(0);
  await second.waitForSave('saved');

  await first.takeOver();
  await second.following.waitFor();
  expect(await first.recovery.count()).toBe(0);
  for (const [index, option] of [1, 2, 3, 0].entries()) {
    expect(await first.chosen(index + 1)).toBe(option);
  }
  await first.choose(5, 1);
  await untilOnServer(visitor, attemptId, [1, 2, 3, 0, 1]);
});

it('goes on leading after a hang when nobody has taken over, also with what was clicked meanwhile', async () => {
  const { visitor, attemptId, first, second } = await twoTabs();
  await first.choose(1, 1);
  await first.waitForSave('saved');
  const { awake } = await hang(first.page, {
    ...{ milliseconds: 4_000, clickAfter: 2 },
    seenFrom: second.page,
  });
  await awake;
  await untilOnServer(visitor, attemptId, [2]);
  expect(await first.following.count()).toBe(0);
  expect(await second.following.count()).toBe(1);
});
