import { beforeAll, expect, inject, it } from 'vitest';
import { GEOGRAPHY } from '../fixtures/geography';
import { RunnerPage } from '../pages/runner-page';
import { Cable } from '../support/cable';
import { keptContent, untilKept } from '../support/kept';
import { MortalBrowser } from '../support/mortal-browser';
import { sitDown, untilOnServer } from '../support/sitting';
import { StaffApi } from '../support/staff-api';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();
const { baseUrl, admin } = inject('stage');
let quizId: string;

beforeAll(async () => {
  const staff = await StaffApi.logIn(baseUrl, admin);
  const paper = GEOGRAPHY.map((question, index) => ({ ...question, picture: index === 2 }));
  quizId = await staff.publishPaper('Geography with a picture', paper);
});

const pictureWidth = (runner: RunnerPage) =>
  runner.page
    .getByRole('main')
    .locator('img')
    .evaluate((image) => (image as HTMLImageElement).naturalWidth);

it('opens the started quiz again without a network, with its picture, and syncs with nothing touched', async () => {
  const cable = await Cable.to(baseUrl);
  try {
    const visitor = await visit({}, cable.baseUrl);
    visitor.expectFailures('offline');
    const { page, attemptId, runner } = await sitDown(visitor, quizId);
    await runner.choose(1, 1);
    await runner.waitForSave('saved');
    await untilKept(page, { pictures: 1 });

    await cable.pull();
    await runner.choose(2, 0);
    await runner.waitForPlace(2, 'on this device');
    await page.reload();
    await runner.recovery.getByRole('button', { name: 'Keep what is on this device' }).click();
    await runner.waitForSave('offline');
    expect(await runner.chosen(1)).toBe(1);
    expect(await runner.chosen(2)).toBe(0);
    await runner.choose(3, 3);
    expect(await pictureWidth(runner)).toBeGreaterThan(0);
    await runner.waitForPlace(3, 'on this device');

    await cable.plugIn();
    await untilOnServer(visitor, attemptId, [1, 0, 3]);
    await runner.waitForSave('saved');
    expect(await runner.conflict.count()).toBe(0);
  } finally {
    await cable.pull();
  }
});

it('goes on after the browser was started again without a network, signed in as before', async () => {
  const cable = await Cable.to(baseUrl);
  const browser = await MortalBrowser.create(cable.baseUrl);
  try {
    const before = await browser.start();
    const { account, page, attemptId, runner } = await sitDown(before, quizId);
    await runner.choose(1, 1);
    await runner.waitForSave('saved');
    await untilKept(page, { pictures: 1 });
    await cable.pull();
    await runner.choose(2, 0);
    await runner.waitForPlace(2, 'on this device');
    await browser.quit();

    const after = await browser.start();
    after.expectFailures('offline');
    const reopened = await new RunnerPage(await after.tab()).open(cable.baseUrl, attemptId);
    await reopened.recovery.getByRole('button', { name: 'Keep what is on this device' }).click();
    await reopened.choose(3, 3);
    await reopened.waitForPlace(3, 'on this device');
    await reopened.waitForSave('offline');

    await cable.plugIn();
    await after.signInApi(account);
    await untilOnServer(after, attemptId, [1, 0, 3]);
    await reopened.waitForSave('saved');
    expect(after.problems).toEqual([]);
  } finally {
    await browser.dispose();
    await cable.pull();
  }
});

it('keeps the questions also where the device takes them only when asked again', async () => {
  const visitor = await visit();
  await visitor.context.addInitScript(() => {
    let refused = false;
    const put: IDBObjectStore['put'] = Reflect.get(IDBObjectStore.prototype, 'put');
    IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
      const isContent = typeof key === 'string' && key.endsWith('/content');
      if (refused || !isContent) return put.call(this, value, key);
      refused = true;
      throw new DOMException('no room just now', 'QuotaExceededError');
    };
  });
  const { page } = await sitDown(visitor);
  await untilKept(page);
});

it('finds the way back by itself when nothing is unsaved, and shows what was answered meanwhile elsewhere', async () => {
  const visitor = await visit();
  const { page, attemptId, runner } = await sitDown(visitor);
  await runner.choose(1, 1);
  await runner.waitForSave('saved');
  await untilKept(page);
  await visitor.setOffline(true);
  await page.reload();
  await runner.waitForSave('offline');
  expect(await runner.recovery.count()).toBe(0);
  expect(await runner.chosen(1)).toBe(1);

  await visitor.saveElsewhere(attemptId, 2, 0);
  await visitor.setOffline(false);
  await runner.waitForPlace(2, 'on the server');
  expect(await runner.chosen(2)).toBe(0);
});

it('forgets questions and pictures when the quiz is handed in, and when the student signs out', async () => {
  const visitor = await visit();
  const first = await sitDown(visitor, quizId);
  await untilKept(first.page, { pictures: 1 });
  const dialog = await first.runner.openHandIn();
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  await first.page.waitForURL(/\/result$/);
  await expect.poll(() => keptContent(first.page)).toEqual({ entries: 0, pictures: 0 });

  const attemptId = await visitor.start(quizId);
  await first.runner.open(baseUrl, attemptId);
  await untilKept(first.page, { pictures: 1 });
  await first.page.goto(baseUrl);
  await first.page.getByRole('button', { name: /Alex Student/ }).click();
  await first.page.getByRole('menuitem', { name: 'Log out' }).click();
  await first.page.getByRole('link', { name: 'Log in' }).first().waitFor();
  await expect.poll(() => keptContent(first.page)).toEqual({ entries: 0, pictures: 0 });
  await visitor.setOffline(true);
  await first.page.goto(`${baseUrl}/attempts/${attemptId}`);
  await first.page.getByRole('heading', { name: 'Log in' }).waitFor();
});

it('serves the worker so that every release is noticed', async () => {
  const worker = await fetch(`${baseUrl}/sw.js`);
  expect(worker.status).toBe(200);
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  expect(worker.headers.get('content-type')).toContain('javascript');
});
