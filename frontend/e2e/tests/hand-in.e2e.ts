import { expect, inject, it } from 'vitest';
import { GEOGRAPHY } from '../fixtures/geography';
import { ResultPage } from '../pages/result-page';
import { sitDown } from '../support/sitting';
import { StaffApi } from '../support/staff-api';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();
const SHORTEST_LIMIT_SECONDS = 10;

it('hands in once when the button is clicked twice, with the answer chosen a moment before', async () => {
  const visitor = await visit();
  const { page, attemptId, runner } = await sitDown(visitor);
  const submissions: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/submit')) submissions.push(request.url());
  });
  await runner.choose(1, 1);
  const dialog = await runner.openHandIn();
  expect(await dialog.innerText()).toContain('7 questions have no answer yet');
  await dialog.getByRole('button', { name: 'Hand in' }).dblclick({ noWaitAfter: true });
  const result = await new ResultPage(page).waitFor();
  expect(submissions).toHaveLength(1);
  expect(await result.text()).toContain('1 of 8 points');
  const attempt = await visitor.attempt(attemptId);
  expect(attempt.status).toBe('SUBMITTED');
  const own = await visitor.attempts();
  expect(own.filter((item) => item.id === attemptId)).toMatchObject([{ score: 1 }]);
});

it('goes on handing in until the network is back, and shows the result then', async () => {
  const visitor = await visit();
  const { page, runner } = await sitDown(visitor);
  await runner.choose(1, 1);
  await visitor.setOffline(true);
  const dialog = await runner.openHandIn();
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  const waiting = page.getByRole('dialog', { name: 'Handing in' });
  await waiting.getByText('There is no connection').waitFor();
  await visitor.setOffline(false);
  const result = await new ResultPage(page).waitFor();
  expect(await result.text()).toContain('1 of 8 points');
});

it('hands in by itself when the time is over, with the last answer', async () => {
  const { baseUrl, admin } = inject('stage');
  const staff = await StaffApi.logIn(baseUrl, admin);
  const quizId = await staff.publishPaper('Geography in a hurry', GEOGRAPHY, {
    timeLimitSeconds: SHORTEST_LIMIT_SECONDS,
  });
  const visitor = await visit();
  const { page, attemptId, runner } = await sitDown(visitor, quizId);
  await page
    .getByRole('timer')
    .getByText(/0:0[1-4]/)
    .waitFor();
  await runner.choose(1, 1);
  const result = await new ResultPage(page).waitFor();
  expect(await result.text()).toContain('1 of 8 points');
  expect((await visitor.attempt(attemptId)).status).not.toBe('OPEN');
});

it('tells which answers came too late when another device has handed in', async () => {
  const visitor = await visit();
  visitor.expectFailures(409);
  const { page, attemptId, runner } = await sitDown(visitor);
  await runner.choose(1, 1);
  await runner.waitForSave('saved');
  await visitor.setOffline(true);
  await runner.choose(2, 0);
  await runner.waitForSave('offline');
  await visitor.handIn(attemptId);
  await visitor.setOffline(false);
  const result = await new ResultPage(page).waitFor();
  await page.getByText('1 answer came after the quiz was handed in').waitFor();
  const text = await result.text();
  expect(text).toMatch(/Question 2\s+A\s+The Danube/);
  expect(text).toContain('1 of 8 points');
});

it('tells it as well when this page hands in after the other device, also when it is opened again', async () => {
  const visitor = await visit();
  visitor.expectFailures('offline');
  const { page, attemptId, runner } = await sitDown(visitor);
  await runner.choose(1, 1);
  await runner.waitForSave('saved');
  await page.route('**/progress', (route) => route.abort());
  await runner.choose(2, 0);
  await runner.waitForSave('offline');
  await visitor.handIn(attemptId);
  const dialog = await runner.openHandIn();
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  const result = await new ResultPage(page).waitFor();
  const told = page.getByText('1 answer came after the quiz was handed in');
  await told.waitFor();
  expect(await result.text()).toMatch(/Question 2\s+A\s+The Danube/);
  expect(await result.text()).toContain('1 of 8 points');
  await page.reload();
  await told.waitFor();
});
