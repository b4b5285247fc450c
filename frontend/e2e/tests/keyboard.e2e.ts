import { expect, it } from 'vitest';
import { GEOGRAPHY } from '../fixtures/geography';
import { ResultPage } from '../pages/result-page';
import { sitDown } from '../support/sitting';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();
const focused = 'document.activeElement?.textContent ?? ""';

it('a whole quiz can be taken with the keyboard alone', async () => {
  const visitor = await visit();
  const { page, runner } = await sitDown(visitor);
  const { keyboard } = page;
  for (const [index, { key }] of GEOGRAPHY.entries()) {
    await runner.heading(index + 1).waitFor();
    // Numbers and letters mean the same: both are used in turn.
    await keyboard.press(index % 2 === 0 ? String(key + 1) : 'ABCD'.charAt(key));
    await page.getByRole('button', { name: 'Clear my answer' }).waitFor();
    if (index === 3) await keyboard.press('f');
    if (index < GEOGRAPHY.length - 1) await keyboard.press(index % 2 === 0 ? 'n' : 'ArrowRight');
  }
  await keyboard.press('ArrowLeft');
  await runner.heading(7).waitFor();
  expect(await page.evaluate<string>(focused)).toContain('Question 7 of 8');

  await keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys you can use' }).waitFor();
  await keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  const handIn = page.getByRole('button', { name: 'Hand in', exact: true });
  await handIn.focus();
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Hand in your quiz?' });
  await dialog.waitFor();
  expect(await dialog.innerText()).toContain('1 question is flagged');
  await dialog.getByRole('button', { name: 'Hand in' }).focus();
  await keyboard.press('Enter');
  const result = await new ResultPage(page).waitFor();
  expect(await result.text()).toContain('8 of 8 points');
});

it('arrows move between questions without changing the choice that has the focus', async () => {
  const visitor = await visit();
  const { page, runner } = await sitDown(visitor);
  await runner.choose(1, 1);
  await page.keyboard.press('ArrowRight');
  await runner.heading(2).waitFor();
  await page.keyboard.press('ArrowLeft');
  await runner.heading(1).waitFor();
  expect(await runner.chosen(1)).toBe(1);
});
