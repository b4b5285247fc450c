import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { RunnerPage } from '../pages/runner-page';
import { crash } from '../support/crash';
import { damageBackup, damageJournal, setAsideInJournal } from '../support/damage';
import { deviceReports, untilReported } from '../support/device-reports';
import { untilKept } from '../support/kept';
import { answersOnServer, sitDown, untilOnServer } from '../support/sitting';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();

const told = (page: Page) => page.getByText('A damaged copy of answers was found');

/** The page dies with one answer on the server and another, newer one on this device alone. */
async function dieOffline(how: (page: Page, attemptId: string) => Promise<unknown>) {
  const visitor = await visit();
  const { page, attemptId, runner } = await sitDown(visitor);
  await runner.choose(1, 1);
  await runner.waitForSave('saved');
  await visitor.setOffline(true);
  await runner.choose(2, 0);
  await runner.waitForPlace(2, 'on this device');
  await how(page, attemptId);
  await crash(page);
  await visitor.setOffline(false);
  const reopened = await new RunnerPage(await visitor.tab()).open(visitor.baseUrl, attemptId);
  return { visitor, attemptId, reopened };
}

it.each(['answer', 'garbage'] as const)(
  'a journal record with a wrong %s is set aside, told, and replaced by the backup',
  async (how) => {
    const { visitor, attemptId, reopened } = await dieOffline(async (page, id) =>
      expect(await damageJournal(page, id, how)).toBe(1),
    );
    await told(reopened.page).waitFor();
    await reopened.recovery.waitFor();
    expect(await reopened.recovery.innerText()).toContain('1 answer');
    await untilOnServer(visitor, attemptId, [1, 0]);
    await untilReported(attemptId, 'JOURNAL_CORRUPT 1');
    const aside = await setAsideInJournal(reopened.page);
    expect(aside).toHaveLength(1);
    expect(aside[0]).toContain(attemptId);
    await reopened.recovery.getByRole('button', { name: 'Keep what is on this device' }).click();
    await reopened.waitForSave('saved');

    await reopened.page.reload();
    await reopened.heading().waitFor();
    expect(await told(reopened.page).count()).toBe(0);
    await untilReported(attemptId, 'JOURNAL_CORRUPT 1');
  },
);

it('a damaged backup is set aside, told, and replaced by the journal', async () => {
  const { visitor, attemptId, reopened } = await dieOffline(damageBackup);
  await told(reopened.page).waitFor();
  await reopened.recovery.waitFor();
  await untilOnServer(visitor, attemptId, [1, 0]);
  await untilReported(attemptId, 'BACKUP_CORRUPT 1');
});

it('where both copies are damaged the student sees what the server has, and nothing made up is sent', async () => {
  const { visitor, attemptId, reopened } = await dieOffline(async (page, id) => {
    await damageJournal(page, id, 'answer');
    await damageBackup(page, id);
  });
  await told(reopened.page).waitFor();
  await untilReported(attemptId, 'BACKUP_CORRUPT 1', 'JOURNAL_CORRUPT 1');
  expect(await reopened.recovery.count()).toBe(0);
  expect(await reopened.chosen(1)).toBe(1);
  expect(await reopened.chosen(2)).toBe(-1);
  await reopened.choose(3, 3);
  await untilOnServer(visitor, attemptId, [1, -1, 3]);
});

it('what is found damaged offline is told when the network is back, and holds nothing up', async () => {
  const visitor = await visit();
  const { page, attemptId, runner } = await sitDown(visitor);
  await runner.choose(1, 1);
  await runner.waitForSave('saved');
  await untilKept(page);
  await visitor.setOffline(true);
  await damageBackup(page, attemptId);
  await page.reload();
  await told(page).waitFor();
  expect(await runner.chosen(1)).toBe(1);
  await runner.choose(2, 0);
  await runner.waitForPlace(2, 'on this device');
  // Once more before anybody could be told: it is known all the same.
  await page.reload();
  await runner.recovery.getByRole('button', { name: 'Keep what is on this device' }).click();
  await runner.waitForSave('offline');
  expect(await deviceReports(attemptId)).toEqual([]);

  await visitor.setOffline(false);
  await untilReported(attemptId, 'BACKUP_CORRUPT 1');
  await untilOnServer(visitor, attemptId, [1, 0]);
  expect((await answersOnServer(visitor, attemptId))[1]).toBe(0);
});
