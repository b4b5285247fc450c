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
  // With nothing touched: what was found is on its way before the student has read of it.
  await until('all five answers are on the server', async () => {
    const answers = await answersOnServer(visitor, attemptId);
    return answers.slice(0, 5).includes(-1) ? null : answers;
  });
  await reopened.recovery.getByRole('button', { name: 'Keep what is on this device' }).click();
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
  const saved = await until('all answers are on the server', async () => {
    const answers = await answersOnServer(visitor, attemptId);
    return answers.slice(0, 5).includes(-1) ? null : answers;
  });
  expect(saved.slice(0, 5)).toEqual(CHOSEN);
});

it('puts what was found aside when the student prefers what is on the server, and brings it back', async () => {
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
  const isOnServer = (option: number) =>
    until(`option ${String(option)} is on the server`, async () => {
      const [answer] = await answersOnServer(visitor, attemptId);
      return answer === option ? true : null;
    });
  await isOnServer(1);
  expect(await reopened.chosen(1)).toBe(1);
  await reopened.page.getByRole('button', { name: 'Bring them back' }).click();
  await isOnServer(2);
  expect(await reopened.chosen(1)).toBe(2);
  await reopened.page.getByRole('button', { name: 'Use what is on the server' }).click();
  await isOnServer(1);
  await reopened.waitForSave('saved');
  await reopened.page.reload();
  await reopened.heading().waitFor();
  expect(await reopened.recovery.count()).toBe(0);
});
