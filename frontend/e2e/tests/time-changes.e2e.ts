import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, it } from 'vitest';
import { GEOGRAPHY } from '../fixtures/geography';
import { toLocalInput } from '../../src/features/invigilation/lib/local-time';
import { InvigilationPage } from '../pages/invigilation-page';
import { lookOn } from '../support/look-on';
import { sitDown } from '../support/sitting';
import { StaffApi } from '../support/staff-api';
import { until } from '../support/until';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();
let quizId: string;

beforeAll(async () => {
  const { baseUrl, admin } = inject('stage');
  const staff = await StaffApi.logIn(baseUrl, admin);
  const rules = { timeLimitSeconds: 600, pauseAllowed: true };
  quizId = await staff.publishPaper('Rivers against the clock', GEOGRAPHY, rules);
});

/** What the student's clock shows, in seconds. */
async function clockOf(page: Page): Promise<number> {
  const text = await page.getByRole('timer').innerText();
  const [minutes = 0, seconds = 0] = text.trim().split(':').map(Number);
  return minutes * 60 + seconds;
}

it('a teacher gives five more minutes and pauses: the student’s clock follows with nothing touched', async () => {
  const student = await visit();
  const { page, attemptId, runner } = await sitDown(student, quizId);
  await runner.choose(1, 1);
  await runner.waitForSave('saved');
  const desk = await lookOn(await visit(), attemptId);
  expect(await clockOf(page)).toBeLessThanOrEqual(600);

  await desk.change('Give more time', 'Give 5 minutes');
  await page.getByText('Your teacher has given you 5 minutes more.').waitFor({ timeout: 3_000 });
  expect(await clockOf(page)).toBeGreaterThan(780);

  await desk.change('Pause');
  const paused = page.getByRole('dialog', { name: 'The quiz is paused' });
  await paused.waitFor({ timeout: 3_000 });
  expect(await paused.innerText()).toContain('Your teacher has stopped the clock');
  expect(await page.getByRole('radio').count()).toBe(0);
  expect(await paused.getByRole('button').count()).toBe(0);

  await desk.change('Let it go on');
  await page.getByText('The quiz goes on. The clock is running.').waitFor({ timeout: 3_000 });
  await paused.waitFor({ state: 'hidden' });
  const before = await clockOf(page);
  await until('the clock runs', async () => ((await clockOf(page)) < before ? true : null));
  await runner.choose(2, 0);
  await runner.waitForPlace(2, 'on the server');

  await until('the timeline shows it all', async () => {
    const titles = await desk.titles();
    return titles.length >= 6 ? titles : null;
  });
  const titles = await desk.titles();
  expect(titles.at(-1)).toBe('Started');
  expect(titles).toContain('5 minutes more');
  expect(titles.some((title) => title.startsWith('Paused with'))).toBe(true);
  expect(titles.some((title) => title.startsWith('Went on with'))).toBe(true);
  expect(titles.filter((title) => title === '1 answer saved')).toHaveLength(2);
  await desk.page.getByText('no answer').first().waitFor();
});

/** The teacher moves the attempt's end to so many seconds from now. */
async function endIn({ page }: InvigilationPage, seconds: number): Promise<void> {
  await page.getByRole('button', { name: 'Set another end' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set another end' });
  const end = new Date(Date.now() + seconds * 1_000).toISOString();
  await dialog.getByLabel('New end').fill(toLocalInput(end));
  await dialog.getByRole('button', { name: 'Set another end' }).click();
  await dialog.waitFor({ state: 'detached' });
}

it('everybody is told when five minutes and one minute are left, above the buttons and with the clock hidden', async () => {
  const { page, attemptId, runner } = await sitDown(await visit(), quizId);
  await runner.choose(1, 1);
  const desk = await lookOn(await visit(), attemptId);
  await endIn(desk, 303);
  const five = page.getByText('5 minutes left', { exact: true });
  await five.waitFor({ timeout: 10_000 });
  const lowest = await five.boundingBox();
  const next = await page.getByRole('button', { name: 'Next' }).boundingBox();
  expect((lowest?.y ?? 0) + (lowest?.height ?? 0)).toBeLessThan(next?.y ?? 0);

  await page.getByRole('button', { name: 'Hide the time' }).click();
  await endIn(desk, 63);
  await page.getByText('1 minute left', { exact: true }).waitFor({ timeout: 10_000 });
});

it('more time for all reaches everybody who sits at the quiz', async () => {
  const [one, other] = [await visit(), await visit()];
  const [first, second] = [await sitDown(one, quizId), await sitDown(other, quizId)];
  const desk = await lookOn(await visit(), first.attemptId);
  await desk.openQuiz(one.baseUrl, quizId);
  await desk.page.getByRole('link', { name: 'Alex Student' }).nth(1).waitFor();
  await desk.change('More time for all', 'Give 5 minutes');
  for (const { page } of [first, second]) {
    await page.getByText('Your teacher has given you 5 minutes more.').waitFor({ timeout: 3_000 });
    expect(await clockOf(page)).toBeGreaterThan(780);
  }
});

it('a teacher is told when what is seen of the attempts is no longer up to date, and when it is again', async () => {
  const { attemptId } = await sitDown(await visit(), quizId);
  const teacher = await visit();
  teacher.expectFailures('offline');
  const page = await teacher.tab();
  const { baseUrl, admin } = inject('stage');
  await teacher.signInPage(page, admin);
  const desk = new InvigilationPage(page);
  const stale = page.getByText('Not up to date', { exact: true });
  for (const open of [
    () => desk.openQuiz(baseUrl, quizId),
    () => desk.openAttempt(baseUrl, attemptId),
  ]) {
    await open();
    await page.getByText('Under way').last().waitFor();
    expect(await stale.count()).toBe(0);
    await page.route('**/api/admin/**', (route) => route.abort());
    await stale.waitFor({ timeout: 30_000 });
    await page.unroute('**/api/admin/**');
    await stale.waitFor({ state: 'detached' });
  }
});

it('a student pauses where the quiz allows it, and goes on with the time that was left', async () => {
  const { page } = await sitDown(await visit(), quizId);
  await page.getByRole('button', { name: 'Pause' }).click();
  const paused = page.getByRole('dialog', { name: 'The quiz is paused' });
  await paused.waitFor();
  expect(await page.getByRole('radio').count()).toBe(0);
  await page.reload();
  await paused.waitFor();
  await paused.getByRole('button', { name: 'Go on' }).click();
  await paused.waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  expect(await clockOf(page)).toBeGreaterThan(560);
});
