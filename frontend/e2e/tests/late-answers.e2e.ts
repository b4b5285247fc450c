import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, it } from 'vitest';
import { GEOGRAPHY } from '../fixtures/geography';
import { ResultPage } from '../pages/result-page';
import { lookOn } from '../support/look-on';
import { answersOnServer, sitDown, untilOnServer } from '../support/sitting';
import { StaffApi } from '../support/staff-api';
import { until } from '../support/until';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();
const { baseUrl, admin } = inject('stage');
let quizId: string;

beforeAll(async () => {
  const staff = await StaffApi.logIn(baseUrl, admin);
  const rules = { lateAnswers: 'REVIEW', timeLimitSeconds: 25 } as const;
  quizId = await staff.publishPaper('Geography for a teacher to look at', GEOGRAPHY, rules);
});

/** A student who answered two questions offline before the end and came back after it, within the grace. */
async function comeBackLate() {
  const visitor = await visit();
  visitor.expectFailures(409);
  const { page, attemptId, runner } = await sitDown(visitor, quizId);
  await visitor.setOffline(true);
  await runner.answerInTurn([1, 0]);
  await runner.waitForPlace(2, 'on this device');
  await page.getByRole('dialog', { name: 'The time is over' }).waitFor({ timeout: 30_000 });
  await until('the server has closed the attempt', async () => {
    const { status } = await visitor.attempt(attemptId);
    return status === 'EXPIRED' ? status : null;
  });
  await visitor.setOffline(false);
  await new ResultPage(page).waitFor();
  await page.getByText('2 answers that arrived late are kept').waitFor();
  return { visitor, page, attemptId };
}

const score = (page: Page, text: string) =>
  page.getByText(text, { exact: false }).first().waitFor();

it('a teacher sees what came late in words, accepts one, refuses one and takes that back; the open result follows', async () => {
  const { visitor, page, attemptId } = await comeBackLate();
  expect((await answersOnServer(visitor, attemptId)).slice(0, 2)).toEqual([-1, -1]);
  const first = await new ResultPage(page).receipt();
  const desk = await lookOn(await visit(), attemptId);

  const [capital, river] = [desk.late(1), desk.late(2)];
  for (const [card, stem, chosen] of [
    [capital, 'Which city is the capital of Australia?', 'Canberra'],
    [river, 'Which river flows through Vienna?', 'The Danube'],
  ] as const) {
    const text = await card.innerText();
    for (const part of [stem, chosen, 'No answer', 'Waiting for you', 'Last chosen', 'Arrived']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('measured by a clock that cannot be set');
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  }

  await desk.press(capital, 'Accept and grade anew', 'Accepted');
  await desk.press(river, 'Do not count', 'Refused');
  await untilOnServer(visitor, attemptId, [1, -1]);
  await score(page, '1 of 8 points');
  const second = await new ResultPage(page).receipt();
  expect(second.id).not.toBe(first.id);
  await page.getByText(first.id).waitFor();

  await desk.reverse(river, 'Accept after all', 'The Danube', 'Accepted');
  await untilOnServer(visitor, attemptId, [1, 0]);
  await desk.reverse(capital, 'Take it back out', 'No answer', 'Refused');
  await untilOnServer(visitor, attemptId, [-1, 0]);
  await score(page, '1 of 8 points');
  await page.getByText(second.id).waitFor();
});
