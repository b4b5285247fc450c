import { expect, inject, it } from 'vitest';
import { GEOGRAPHY } from '../fixtures/geography';
import { InvigilationPage } from '../pages/invigilation-page';
import { sitDown } from '../support/sitting';
import { StaffApi } from '../support/staff-api';
import { until } from '../support/until';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();

it('an admin checks a receipt, and is told where there is none', async () => {
  const { baseUrl, admin } = inject('stage');
  const staff = await StaffApi.logIn(baseUrl, admin);
  const quizId = await staff.publishPaper('Mountains and receipts', GEOGRAPHY);
  const student = await visit();
  const { page: paper, attemptId, runner } = await sitDown(student, quizId);
  await runner.choose(1, 1);
  const handIn = await runner.openHandIn();
  await handIn.getByRole('button', { name: 'Hand in' }).click();
  await paper.getByRole('heading', { name: 'Your result' }).waitFor();
  const shown = await paper.locator('main').innerText();
  const receipt = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(shown)?.[0] ?? '';
  expect(receipt).not.toBe('');

  const teacher = await visit();
  teacher.expectFailures(404);
  const page = await teacher.tab();
  await teacher.signInPage(page, admin);
  await new InvigilationPage(page).openQuiz(baseUrl, quizId);
  await page.getByRole('button', { name: 'Check a receipt' }).click();
  const dialog = page.getByRole('dialog', { name: 'Check a receipt' });
  const number = dialog.getByLabel('Receipt number');
  await number.fill('my receipt');
  await number.press('Enter');
  await dialog.getByText('A receipt number has').waitFor();
  await number.fill('00000000-0000-4000-8000-000000000000');
  await number.press('Enter');
  await dialog.getByText('No receipt has this number').waitFor();
  await number.fill(` ${receipt.toUpperCase()} `);
  await number.press('Enter');
  await dialog.getByText('This receipt is genuine').waitFor();
  expect(await dialog.innerText()).toContain('Alex Student, Mountains and receipts, attempt 1');

  const desk = new InvigilationPage(page);
  await desk.openAttempt(baseUrl, attemptId);
  await until('the timeline ends with the handing in', async () =>
    (await desk.titles())[0] === 'Handed in' ? true : null,
  );
  expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(0);
});
