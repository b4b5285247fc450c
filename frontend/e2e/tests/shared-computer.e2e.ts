import { inject, expect, it } from 'vitest';
import { RunnerPage } from '../pages/runner-page';
import { crash } from '../support/crash';
import { answersOnServer, sitDown } from '../support/sitting';
import { until } from '../support/until';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();

it('neither shows nor sends what the student before left unsent, and sends it when they are back', async () => {
  const computer = await visit();
  const { page, account: first, attemptId } = await sitDown(computer);
  const runner = new RunnerPage(page);
  await runner.choose(1, 1);
  await runner.waitForSave('saved');
  await computer.setOffline(true);
  await runner.choose(2, 0);
  await runner.waitForPlace(2, 'on this device');
  await crash(page);
  await computer.setOffline(false);

  // The second student sits down at the same browser, and takes the same quiz.
  const theirs = await computer.tab();
  const second = await computer.register(theirs);
  const otherId = await computer.start(inject('stage').quizId);
  const other = await new RunnerPage(theirs).open(computer.baseUrl, otherId);
  expect(await other.recovery.count()).toBe(0);
  await other.choose(3, 3);
  await other.waitForSave('saved');
  expect((await answersOnServer(computer, otherId)).slice(0, 3)).toEqual([-1, -1, 3]);
  await computer.signInApi(first);
  expect((await answersOnServer(computer, attemptId)).slice(0, 3)).toEqual([1, -1, -1]);
  await theirs.close();

  const again = await computer.tab();
  await computer.signInPage(again, first);
  await new RunnerPage(again).open(computer.baseUrl, attemptId);
  await until('the answer left behind is on the server', async () => {
    const answers = await answersOnServer(computer, attemptId);
    return answers[1] === 0 ? true : null;
  });
  expect((await answersOnServer(computer, attemptId)).slice(0, 3)).toEqual([1, 0, -1]);
  await computer.signInApi(second);
  expect((await answersOnServer(computer, otherId)).slice(0, 3)).toEqual([-1, -1, 3]);
});
