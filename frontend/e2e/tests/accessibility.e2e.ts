import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { InvigilationPage } from '../pages/invigilation-page';
import { RunnerPage } from '../pages/runner-page';
import { crash } from '../support/crash';
import { findBarriers, sidewaysScroll } from '../support/axe';
import { sitDown } from '../support/sitting';
import { useVisitors } from '../support/use-visitors';
import { SignInPages } from '../pages/sign-in-pages';
import type { Visitor } from '../support/visitor';

const visit = useVisitors();
const NARROW = { width: 320, height: 640 };

/** No barrier in either theme, and nothing to be scrolled sideways on the narrowest screen. */
async function expectOpenToAll(page: Page): Promise<void> {
  expect(await findBarriers(page, ['light', 'dark'])).toEqual([]);
  const wide = page.viewportSize();
  await page.setViewportSize(NARROW);
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await findBarriers(page, ['light'])).toEqual([]);
  if (wide) await page.setViewportSize(wide);
}

async function open(page: Page, visitor: Visitor, path: string, heading: string | RegExp) {
  await page.goto(visitor.baseUrl + path);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
}

it('visitors meet no barrier on the catalogue, a quiz, log in, register and a missing page', async () => {
  const visitor = await visit();
  const page = await visitor.tab();
  await open(page, visitor, '/', 'Quizzes and exams that never lose an answer');
  await page.getByRole('link', { name: 'Geography for explorers' }).waitFor();
  await expectOpenToAll(page);
  await page.getByRole('link', { name: 'Geography for explorers' }).click();
  await page.getByRole('heading', { name: 'Geography for explorers', level: 1 }).waitFor();
  await expectOpenToAll(page);
  await open(page, visitor, '/login', 'Log in');
  await expectOpenToAll(page);
  await open(page, visitor, '/register', 'Create your account');
  await expectOpenToAll(page);
  await open(page, visitor, '/no-such-page', 'Page not found');
  await expectOpenToAll(page);
});

it('students meet no barrier from the first question to the review', async () => {
  const visitor = await visit();
  const { page, attemptId, runner } = await sitDown(visitor);
  await expectOpenToAll(page);
  await runner.answerInTurn([1, 2]);
  await runner.waitForSave('saved');
  await page.keyboard.press('f');
  await expectOpenToAll(page);
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await expectOpenToAll(page);
  await page.keyboard.press('Escape');
  await page.setViewportSize(NARROW);
  await page.getByRole('button', { name: /all questions$/ }).click();
  await page.getByRole('dialog', { name: 'Questions' }).waitFor();
  await expectOpenToAll(page);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1280, height: 800 });

  const dialog = await runner.openHandIn();
  await expectOpenToAll(page);
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('heading', { name: 'Your result' }).waitFor();
  await expectOpenToAll(page);
  await open(page, visitor, `/attempts/${attemptId}/review`, /^Answers to/);
  await expectOpenToAll(page);
});

it('students meet no barrier where answers are found again or were given twice', async () => {
  const [visitor, phone] = [await visit(), await visit()];
  for (const device of [visitor, phone]) device.expectFailures(409);
  const { page, account, attemptId, runner } = await sitDown(visitor);
  const onPhone = await phone.tab();
  await phone.signInPage(onPhone, account);
  const second = await new RunnerPage(onPhone).open(phone.baseUrl, attemptId);
  await runner.choose(1, 1);
  await runner.waitForSave('saved');
  await second.choose(1, 2);
  await second.conflict.waitFor();
  await expectOpenToAll(second.page);
  await second.page.close();

  await visitor.setOffline(true);
  await runner.answerInTurn([0, 1, 2]);
  await runner.waitForSave('offline');
  await expectOpenToAll(page);
  await crash(page);
  await visitor.setOffline(false);
  const reopened = await new RunnerPage(await visitor.tab()).open(visitor.baseUrl, attemptId);
  await reopened.recovery.waitFor();
  await expectOpenToAll(reopened.page);
});

it('admins meet no barrier on import, its guide, the list of quizzes and a quiz', async () => {
  const visitor = await visit();
  const page = await visitor.tab();
  await page.goto(`${visitor.baseUrl}/login`);
  await new SignInPages(page).logIn(inject('stage').admin);
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { name: 'Import from Word' }).waitFor();
  await page.getByRole('link', { name: 'Review' }).first().waitFor();
  await expectOpenToAll(page);
  await page.getByRole('link', { name: 'Accepted forms' }).click();
  await page.getByRole('heading', { name: 'What the Word import reads' }).waitFor();
  await expectOpenToAll(page);
  await page.getByRole('link', { name: 'Manage' }).click();
  await page.getByRole('link', { name: 'Geography for explorers' }).waitFor();
  await expectOpenToAll(page);
  await page.getByRole('link', { name: 'Geography for explorers' }).click();
  await page.getByRole('heading', { name: 'Geography for explorers', level: 1 }).waitFor();
  await expectOpenToAll(page);
});

it('admins meet no barrier on the attempts of a quiz and on one of them', async () => {
  const student = await visit();
  const { attemptId, runner } = await sitDown(student);
  await runner.answerInTurn([1, 2]);
  await runner.waitForSave('saved');
  const { admin, quizId, baseUrl } = inject('stage');
  const visitor = await visit();
  const page = await visitor.tab();
  await visitor.signInPage(page, admin);
  const desk = new InvigilationPage(page);
  await desk.openQuiz(baseUrl, quizId);
  await page.getByRole('link', { name: 'Alex Student' }).first().waitFor();
  await expectOpenToAll(page);
  await desk.openAttempt(baseUrl, attemptId);
  await desk.timeline.nth(1).waitFor();
  await expectOpenToAll(page);
  await page.getByRole('button', { name: 'Set another end' }).click();
  await page.getByRole('dialog', { name: 'Set another end' }).waitFor();
  await expectOpenToAll(page);
});
