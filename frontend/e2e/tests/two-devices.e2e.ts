import { expect, it } from 'vitest';
import { RunnerPage } from '../pages/runner-page';
import { answersOnServer, sitDown } from '../support/sitting';
import { until } from '../support/until';
import { useVisitors } from '../support/use-visitors';
import type { Visitor } from '../support/visitor';

const visit = useVisitors();

/** One student with one attempt open on two computers that share nothing but the server. */
async function twoDevices() {
  const [laptop, phone] = [await visit(), await visit()];
  // The save of the one meets what the other has saved: that is what is tested.
  for (const device of [laptop, phone]) device.expectFailures(409);
  const { account, attemptId, runner: onLaptop } = await sitDown(laptop);
  const page = await phone.tab();
  await phone.signInPage(page, account);
  const onPhone = await new RunnerPage(page).open(phone.baseUrl, attemptId);
  return { laptop, phone, attemptId, onLaptop, onPhone };
}

function untilOnServer(visitor: Visitor, attemptId: string, expected: number[]): Promise<true> {
  return until(`the answers on the server are ${expected.join(', ')}`, async () => {
    const answers = await answersOnServer(visitor, attemptId);
    return expected.every((option, index) => answers[index] === option) ? true : null;
  });
}

it.each([
  ['Keep this page’s answer', 2],
  ['Take the other answer', 1],
])('ask before one overwrites what the other answered: %s', async (button, expected) => {
  const { laptop, attemptId, onLaptop, onPhone } = await twoDevices();
  await onLaptop.choose(1, 1);
  await onLaptop.waitForSave('saved');
  await onPhone.choose(1, 2);
  await onPhone.conflict.waitFor();
  expect((await answersOnServer(laptop, attemptId))[0]).toBe(1);

  await onPhone.conflict.getByRole('button', { name: button }).click();
  await untilOnServer(laptop, attemptId, [expected]);
  expect(await onPhone.chosen(1)).toBe(expected);
});

it('merge without asking where they answered different questions, back and forth', async () => {
  const { laptop, attemptId, onLaptop, onPhone } = await twoDevices();
  await onLaptop.choose(1, 1);
  await untilOnServer(laptop, attemptId, [1]);
  await onPhone.choose(2, 0);
  await untilOnServer(laptop, attemptId, [1, 0]);
  await onLaptop.choose(3, 3);
  await untilOnServer(laptop, attemptId, [1, 0, 3]);
  for (const page of [onLaptop, onPhone]) expect(await page.conflict.count()).toBe(0);
  expect(await onPhone.chosen(1)).toBe(1);
  expect(await onLaptop.chosen(2)).toBe(0);
});

it('merge by themselves what one answered offline while the other went on', async () => {
  const { laptop, phone, attemptId, onLaptop, onPhone } = await twoDevices();
  await phone.setOffline(true);
  await onPhone.choose(2, 0);
  await onPhone.choose(3, 3);
  await onPhone.waitForPlace(3, 'on this device');
  await onLaptop.choose(1, 1);
  await untilOnServer(laptop, attemptId, [1, -1, -1]);
  await phone.setOffline(false);
  await untilOnServer(laptop, attemptId, [1, 0, 3]);
  await onPhone.waitForSave('saved');
  expect(await onPhone.conflict.count()).toBe(0);
  expect(await onPhone.chosen(1)).toBe(1);
});

it('ask about the one question that both answered, and send the others meanwhile', async () => {
  const { laptop, phone, attemptId, onLaptop, onPhone } = await twoDevices();
  await phone.setOffline(true);
  await onPhone.choose(1, 2);
  await onPhone.choose(2, 0);
  await onPhone.waitForPlace(2, 'on this device');
  await onLaptop.choose(1, 1);
  await untilOnServer(laptop, attemptId, [1]);
  await phone.setOffline(false);
  await onPhone.conflict.waitFor();
  await untilOnServer(laptop, attemptId, [1, 0]);
  await onPhone.conflict.getByRole('button', { name: 'Keep this page’s answer' }).click();
  await untilOnServer(laptop, attemptId, [2, 0]);
});
