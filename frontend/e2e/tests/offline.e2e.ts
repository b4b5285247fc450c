import { expect, it } from 'vitest';
import { untilKept } from '../support/kept';
import { answersOnServer, sitDown } from '../support/sitting';
import { until } from '../support/until';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();

it('brings what was answered offline to the server once the network is back, with nothing touched', async () => {
  const visitor = await visit();
  const { attemptId, runner } = await sitDown(visitor);
  await visitor.setOffline(true);
  await runner.answerInTurn([1, 0]);
  await runner.waitForPlace(1, 'on this device');
  await runner.waitForPlace(2, 'on this device');
  await runner.waitForSave('offline');
  expect((await answersOnServer(visitor, attemptId)).slice(0, 2)).toEqual([-1, -1]);

  await visitor.setOffline(false);
  const saved = await until('both answers are on the server', async () => {
    const answers = (await answersOnServer(visitor, attemptId)).slice(0, 2);
    return answers.includes(-1) ? null : answers;
  });
  expect(saved).toEqual([1, 0]);
  await runner.waitForSave('saved');
  await runner.waitForPlace(2, 'on the server');
});

it('never says "saved" before the server has acknowledged', async () => {
  const visitor = await visit();
  const { page, attemptId, runner } = await sitDown(visitor);
  const held = Promise.withResolvers<void>();
  await page.route('**/progress', async (route) => {
    await held.promise;
    await route.continue();
  });
  const asked = page.waitForRequest('**/progress');
  await runner.choose(1, 1);
  await asked;
  await runner.waitForPlace(1, 'on this device');
  expect(await page.locator('[data-status]').getAttribute('data-status')).toBe('saving');
  expect((await answersOnServer(visitor, attemptId))[0]).toBe(-1);
  held.resolve();
  await runner.waitForSave('saved');
  await runner.waitForPlace(1, 'on the server');
  expect((await answersOnServer(visitor, attemptId))[0]).toBe(1);
});

it('sends what is unsaved when the page is left, in a request that outlives it', async () => {
  const visitor = await visit();
  const { page, attemptId, runner } = await sitDown(visitor);
  // The service worker is in charge of the page by then, and must not hold the request back.
  await untilKept(page);
  await runner.choose(1, 1);
  await runner.waitForPlace(1, 'on this device');
  await page.goto('about:blank');
  const first = await until('the answer is on the server', async () => {
    const [answer = -1] = await answersOnServer(visitor, attemptId);
    return answer === -1 ? null : answer;
  });
  expect(first).toBe(1);
});
