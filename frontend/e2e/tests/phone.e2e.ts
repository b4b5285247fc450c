import { expect, it } from 'vitest';
import { sidewaysScroll } from '../support/axe';
import { sitDown, untilOnServer } from '../support/sitting';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();
const PHONE = { width: 360, height: 740 };
/** What browsers' own tools call slow 3G; bytes a second and milliseconds. */
const SLOW_3G = {
  offline: false,
  downloadThroughput: 50_000,
  uploadThroughput: 50_000,
  latency: 2_000,
};

it('hands in from the list of questions, wherever one is', async () => {
  const visitor = await visit({ viewport: PHONE, hasTouch: true, isMobile: true });
  const { page, runner } = await sitDown(visitor);
  await runner.row(1).tap();
  await page.getByRole('button', { name: '1 / 8: all questions' }).tap();
  const list = page.getByRole('dialog', { name: 'Questions' });
  await list.getByRole('button', { name: 'Hand in' }).tap();
  const last = page.getByRole('dialog', { name: 'Hand in your quiz?' });
  await last.getByText('7 questions have no answer yet').waitFor();
  await list.waitFor({ state: 'hidden' });
  await last.getByRole('button', { name: 'Hand in' }).tap();
  await page.getByRole('heading', { name: 'Your result' }).waitFor();
});

it('keeps every button on the screen with text at twice its size', async () => {
  const { page } = await sitDown(await visit({ viewport: PHONE, hasTouch: true, isMobile: true }));
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  for (const name of ['Previous', '1 / 8: all questions', 'Next', 'Leave, and go on later']) {
    const control = page.getByRole(name.startsWith('Leave') ? 'link' : 'button', { name });
    const box = await control.boundingBox();
    expect(box?.x, name).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? PHONE.width) + (box?.width ?? 0), name).toBeLessThanOrEqual(PHONE.width);
  }
  expect(await sidewaysScroll(page)).toBe(0);
});

it('answers at once and tells the truth on a phone with a slow network', async () => {
  const visitor = await visit({ viewport: PHONE, hasTouch: true, isMobile: true });
  const { page, attemptId, runner } = await sitDown(visitor);
  const network = await page.context().newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', SLOW_3G);
  const status = page.locator('[data-status]');
  const saved = page.waitForResponse('**/progress');

  await runner.row(1).tap();
  expect(await runner.row(1).getByRole('radio').isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Next' }).tap();
  await runner.heading(2).waitFor();
  expect(await status.getAttribute('data-status')).toBe('saving');
  expect(await sidewaysScroll(page)).toBe(0);

  await saved;
  await runner.waitForSave('saved');
  await untilOnServer(visitor, attemptId, [1]);
});
