import { expect, it } from 'vitest';
import { sitDown } from '../support/sitting';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();

it('warns before leaving only while something is not on the server, and lets go once it is', async () => {
  const visitor = await visit();
  const { page, runner } = await sitDown(visitor);
  const leave = page.getByRole('link', { name: 'Leave, and go on later' });
  const warning = page.getByRole('dialog', { name: 'Some answers are not on the server yet' });
  await visitor.setOffline(true);
  await runner.choose(1, 1);
  await runner.waitForSave('offline');
  await leave.click();
  await warning.getByRole('button', { name: 'Stay' }).click();
  await runner.heading(1).waitFor();
  await leave.click();
  await warning.waitFor();
  await visitor.setOffline(false);
  await page.waitForURL(/\/quizzes\//);
  await page.getByRole('button', { name: 'Resume quiz' }).click();
  await runner.heading(1).waitFor();
  expect(await runner.chosen(1)).toBe(1);
  expect(await runner.recovery.count()).toBe(0);
  await leave.click();
  await page.waitForURL(/\/quizzes\//);
});
