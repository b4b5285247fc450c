import { expect, it } from 'vitest';
import { RunnerPage } from '../pages/runner-page';
import { crash } from '../support/crash';
import { answersOnServer, sitDown } from '../support/sitting';
import { until } from '../support/until';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();
const CHOSEN = [1, 0, 3, 2, 0];

it('gives all five answers back after the page was killed right after the last click', async () => {
  const visitor = await visit();
  const { page, attemptId, runner } = await sitDown(visitor);
  await visitor.setOffline(true);
  await runner.answerInTurn(CHOSEN);
  await crash(page);
  await visitor.setOffline(false);
  expect(await answersOnServer(visitor, attemptId)).toEqual(Array(8).fill(-1));

  const reopened = new RunnerPage(await visitor.tab());
  await reopened.open(visitor.baseUrl, attemptId);
  await reopened.recovery.waitFor();
  expect(await reopened.recovery.innerText()).toContain('5 answers');
  await reopened.recovery.getByRole('button', { name: 'Keep what is on this device' }).click();
  await reopened.waitForSave('saved');
  for (const [index, option] of CHOSEN.entries()) {
    expect(await reopened.chosen(index + 1)).toBe(option);
  }
  expect(await answersOnServer(visitor, attemptId)).toEqual([...CHOSEN, -1, -1, -1]);
});

it('has every answer on the server or finds it again when the page is killed online', async () => {
  const visitor = await visit();
  const { page, attemptId, runner } = await sitDown(visitor);
  await runner.answerInTurn(CHOSEN);
  await crash(page);

  const reopened = new RunnerPage(await visitor.tab());
  await reopened.open(visitor.baseUrl, attemptId);
  await reopened.recovery.getByRole('button', { name: 'Keep what is on this device' }).click();
  const saved = await until('all answers are on the server', async () => {
    const answers = await answersOnServer(visitor, attemptId);
    return answers.slice(0, 5).includes(-1) ? null : answers;
  });
  expect(saved.slice(0, 5)).toEqual(CHOSEN);
});

it('forgets what was found when the student prefers what is on the server', async () => {
  const visitor = await visit();
  const { page, attemptId, runner } = await sitDown(visitor);
  await runner.choose(1, 1);
  await runner.waitForSave('saved');
  await visitor.setOffline(true);
  await runner.choose(1, 2);
  await runner.waitForPlace(1, 'on this device');
  await crash(page);
  await visitor.setOffline(false);

  const reopened = new RunnerPage(await visitor.tab());
  await reopened.open(visitor.baseUrl, attemptId);
  await reopened.recovery.getByRole('button', { name: 'Use what is on the server' }).click();
  expect(await reopened.chosen(1)).toBe(1);
  await reopened.page.reload();
  await reopened.heading().waitFor();
  expect(await reopened.recovery.count()).toBe(0);
  expect((await answersOnServer(visitor, attemptId))[0]).toBe(1);
});
