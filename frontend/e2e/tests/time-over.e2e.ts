import { beforeAll, expect, inject, it } from 'vitest';
import { GEOGRAPHY } from '../fixtures/geography';
import { ResultPage } from '../pages/result-page';
import { Cable } from '../support/cable';
import { untilKept } from '../support/kept';
import { answersOnServer, sitDown, untilOnServer } from '../support/sitting';
import { StaffApi } from '../support/staff-api';
import { until } from '../support/until';
import { useVisitors } from '../support/use-visitors';
import type { Visitor } from '../support/visitor';

const visit = useVisitors();
const { baseUrl, admin } = inject('stage');
const DAY_MS = 86_400_000;
let staff: StaffApi;
let shortQuiz: string;
let longQuiz: string;

beforeAll(async () => {
  staff = await StaffApi.logIn(baseUrl, admin);
  const rules = { lateAnswers: 'ACCEPT' } as const;
  shortQuiz = await staff.publishPaper('Geography against the clock', GEOGRAPHY, {
    ...rules,
    timeLimitSeconds: 15,
  });
  longQuiz = await staff.publishPaper('Geography with time', GEOGRAPHY, {
    ...rules,
    timeLimitSeconds: 600,
  });
});

/** Deadline and grace have passed: the server has closed the attempt by itself. */
const untilExpired = (visitor: Visitor, attemptId: string) =>
  until('the server has closed the attempt', async () => {
    const { status } = await visitor.attempt(attemptId);
    return status === 'EXPIRED' ? status : null;
  });

it('sends what was chosen in time when the network is back after the end, and says that it counts', async () => {
  const visitor = await visit();
  visitor.expectFailures(409);
  const { page, attemptId, runner } = await sitDown(visitor, shortQuiz);
  await visitor.setOffline(true);
  await runner.answerInTurn([1, 0]);
  await runner.waitForPlace(2, 'on this device');
  const over = page.getByRole('dialog', { name: 'The time is over' });
  await over.getByText('Your answers are kept on this device').waitFor({ timeout: 20_000 });
  await untilExpired(visitor, attemptId);
  expect((await answersOnServer(visitor, attemptId)).slice(0, 2)).toEqual([-1, -1]);

  await visitor.setOffline(false);
  const result = await new ResultPage(page).waitFor();
  await page.getByText('2 answers chosen offline were accepted').waitFor();
  expect(await result.text()).toContain('2 of 8 points');
  await untilOnServer(visitor, attemptId, [1, 0, -1]);
});

it('does so as well when the page was opened again offline in between', async () => {
  const visitor = await visit();
  visitor.expectFailures(409);
  const { page, attemptId, runner } = await sitDown(visitor, shortQuiz);
  await untilKept(page);
  await visitor.setOffline(true);
  await page.reload();
  await runner.choose(1, 1);
  await runner.waitForPlace(1, 'on this device');
  const over = page.getByRole('dialog', { name: 'The time is over' });
  await over.waitFor({ timeout: 20_000 });
  await untilExpired(visitor, attemptId);
  await page.reload();
  await over.waitFor();

  await visitor.setOffline(false);
  await new ResultPage(page).waitFor();
  await page.getByText('1 answer chosen offline was accepted').waitFor();
  await untilOnServer(visitor, attemptId, [1, -1]);
});

it('sends them also when the page is only opened again after the end', async () => {
  // A line that is really cut: what a page sends when it is closed would get through otherwise.
  const cable = await Cable.to(baseUrl);
  try {
    const visitor = await visit({}, cable.baseUrl);
    visitor.expectFailures(409, 'offline');
    const { page, attemptId, runner } = await sitDown(visitor, shortQuiz);
    await cable.pull();
    await runner.choose(1, 1);
    await runner.waitForPlace(1, 'on this device');
    await page.close();
    await untilExpired(visitor, attemptId);
    expect((await answersOnServer(visitor, attemptId)).slice(0, 2)).toEqual([-1, -1]);
    await cable.plugIn();
    const again = await visitor.tab();
    await again.goto(`${visitor.baseUrl}/attempts/${attemptId}`);
    await new ResultPage(again).waitFor();
    await again.getByText('1 answer chosen offline was accepted').waitFor();
    await untilOnServer(visitor, attemptId, [1, -1]);
  } finally {
    await cable.pull();
  }
});

it.each([
  ['a day late', -DAY_MS],
  ['a day early', DAY_MS],
])('does not care that the clock of the computer is %s, online and offline', async (_, offMs) => {
  const visitor = await visit();
  await visitor.context.addInitScript((off) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + off;
  }, offMs);
  const { page, attemptId, runner } = await sitDown(visitor, longQuiz);
  const timer = page.getByRole('timer');
  await timer.getByText(/^9:\d\d$/).waitFor();
  await runner.choose(1, 1);
  await runner.waitForSave('saved');
  await untilKept(page);
  await visitor.setOffline(true);
  await page.reload();
  await runner.heading().waitFor();
  await timer.getByText(/^9:\d\d$/).waitFor();
  await runner.choose(2, 0);
  await runner.waitForPlace(2, 'on this device');
  await visitor.setOffline(false);
  await untilOnServer(visitor, attemptId, [1, 0]);
  await timer.getByText(/^9:\d\d$/).waitFor();
});

it('does not hand in by a clock that was set forward while the page was away: it asks the server first', async () => {
  const visitor = await visit();
  const { page, attemptId, runner } = await sitDown(visitor, longQuiz);
  await untilKept(page);
  await visitor.setOffline(true);
  await page.addInitScript((off) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + off;
  }, DAY_MS);
  await page.reload();
  const over = page.getByRole('dialog', { name: 'The time is over' });
  await over.waitFor();
  await visitor.setOffline(false);
  await over.waitFor({ state: 'hidden' });
  await runner.choose(1, 1);
  await untilOnServer(visitor, attemptId, [1]);
  expect((await visitor.attempt(attemptId)).status).toBe('OPEN');
});
