import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { OperationsPage } from '../pages/operations-page';
import { findBarriers, sidewaysScroll } from '../support/axe';
import { until } from '../support/until';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();
const { admin, baseUrl, quizId } = inject('stage');

async function openAsAdmin() {
  const visitor = await visit();
  const page = await visitor.tab();
  await visitor.signInPage(page, admin);
  await page.goto(visitor.baseUrl);
  return { visitor, page, desk: new OperationsPage(page) };
}

/** No barrier in either theme, and nothing to be scrolled sideways on a phone. */
async function expectOpenToAll(page: Page): Promise<void> {
  expect(await findBarriers(page, ['light', 'dark'])).toEqual([]);
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await findBarriers(page, ['light'])).toEqual([]);
  if (wide) await page.setViewportSize(wide);
}

it('staff see whether all that the product runs on is up', async () => {
  const { page, desk } = await openAsAdmin();
  await desk.open('System');
  await page.getByText('Everything works', { exact: true }).waitFor();
  for (const service of ['Database', 'Cache']) {
    const row = desk.row(`${service}`).first();
    expect(await row.innerText()).toMatch(/Up\s+[\d.,]+ ms/);
  }
  await expectOpenToAll(page);
});

it('staff see the cache at work while the product is used, forget a family and count anew', async () => {
  const { page, desk } = await openAsAdmin();
  await desk.open('Cache');
  const hits = () => desk.fact('In total', 'Hits');
  const before = await hits();
  for (let reads = 0; reads < 5; reads += 1) await fetch(`${baseUrl}/api/quizzes/${quizId}`);
  await until('the hits are counted', async () => ((await hits()) >= before + 4 ? true : null));
  await expectOpenToAll(page);

  await page.getByRole('button', { name: 'Clear quizzes:detail' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByText('quizzes:detail was cleared.').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Reset the counters' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await hits()).toBeLessThan(before + 4);
});

it('staff see who asks most, with the limits that hold, and give a student a new start', async () => {
  const student = await visit();
  const phone = await student.tab();
  const { email } = await student.register(phone);
  // More than any other student of this instance, so that this one is among those who are shown.
  for (let reads = 0; reads < 600; reads += 1) await student.attempts();

  const { page, desk } = await openAsAdmin();
  await desk.open('Rate limits');
  const mine = desk.row(email).first();
  await mine.getByRole('cell', { name: 'Requests of signed-in users', exact: true }).waitFor();
  expect(await desk.row('RATE_LIMIT_LOGIN').first().innerText()).toContain(
    'Failed sign-ins to an account',
  );
  await expectOpenToAll(page);

  await mine.getByRole('button', { name: 'Reset Alex Student' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset', exact: true }).click();
  await page.getByText('Alex Student has a new start.').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

it('nothing of the operations is there for students', async () => {
  const visitor = await visit();
  const page = await visitor.tab();
  await visitor.register(page);
  await page.goto(`${visitor.baseUrl}/admin/operations/cache`);
  await page.getByRole('heading', { name: 'Page not found' }).waitFor();
  expect(await page.getByRole('link', { name: 'Operations' }).count()).toBe(0);
});
