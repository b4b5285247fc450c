import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { FAULTY_KEY, faultyDocx } from '../fixtures/faulty-docx';
import { GEOGRAPHY } from '../fixtures/geography';
import { quizDocx } from '../fixtures/quiz-docx';
import { ImportPage } from '../pages/import-page';
import { ResultPage } from '../pages/result-page';
import type { ReviewPage } from '../pages/review-page';
import { RunnerPage } from '../pages/runner-page';
import { findBarriers, sidewaysScroll } from '../support/axe';
import { until } from '../support/until';
import { useVisitors } from '../support/use-visitors';
import type { Visitor } from '../support/visitor';

const visit = useVisitors();
const focusedText = 'document.activeElement?.textContent ?? ""';

async function openImports(visitor: Visitor): Promise<{ page: Page; imports: ImportPage }> {
  const page = await visitor.tab();
  await visitor.signInPage(page, inject('stage').admin);
  await page.goto(visitor.baseUrl);
  const imports = new ImportPage(page);
  await imports.open();
  return { page, imports };
}

it('a paper with faults is mended by one click and by hand, published, and taken with the right score', async () => {
  const visitor = await visit();
  const { page, imports } = await openImports(visitor);
  await imports.drop('planets.docx', await faultyDocx());
  const review = await imports.openReview('planets.docx');

  // It cannot be published yet, and the button says how much is left and shows the first problem.
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('4 questions have to be settled first').waitFor();
  await review.question(3).waitFor();

  await mendByOneClick(review);
  await mendWithTheKeyboard(review);
  for (const [index, right] of FAULTY_KEY.entries()) {
    await page.getByRole('button', { name: 'Next problem' }).waitFor();
    const card = review.question(index + 1);
    await card.scrollIntoViewIfNeeded();
    const letters = await card
      .getByRole('listitem')
      .filter({ hasText: 'Right answer' })
      .allInnerTexts();
    expect(letters.map((text) => text.trim().charAt(0))).toEqual(['ABC'.charAt(right)]);
  }
  await review.publish();
  const quizUrl = await page
    .getByRole('link', { name: 'See it as a student' })
    .getAttribute('href');
  await takeIt(await visit(), quizUrl ?? '');
});

/** Bold everywhere, the mark where two signs differ, and a stray line left out; one of them undone and done again. */
async function mendByOneClick(review: ReviewPage): Promise<void> {
  const { page, problems } = review;
  const bold = problems
    .getByRole('button', { name: 'Bold marks the right answers everywhere' })
    .first();
  await bold.click();
  await page.getByText('2 problems fewer').waitFor({ timeout: 30_000 });
  expect(await page.evaluate<string>(focusedText)).toContain('2 problems fewer');
  const told = page.getByRole('region', { name: 'What you told about this document' });
  await told.getByText('Bold marks the right answers everywhere').waitFor();

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('2 problems more').waitFor({ timeout: 30_000 });
  await told.waitFor({ state: 'detached' });
  await bold.click();
  await page.getByText('2 problems fewer').waitFor({ timeout: 30_000 });

  await problems.getByRole('button', { name: 'Trust the mark beside the option' }).click();
  await page.getByText('One problem fewer').waitFor({ timeout: 30_000 });
  await problems.getByRole('button', { name: 'Ignore this paragraph' }).click();
  await told.getByText('Paragraph 25 is left out').waitFor({ timeout: 30_000 });
  await review.paragraph('Well done so far').getByText('Left out').waitFor({ timeout: 30_000 });
}

/** The question without a key: found with N, chosen with Tab and Space, its source looked up with Enter. */
async function mendWithTheKeyboard(review: ReviewPage): Promise<void> {
  const { page } = review;
  const { keyboard } = page;
  await page.getByText('One problem fewer').waitFor();
  await keyboard.press('n');
  await page.getByText('1 of 1').waitFor();
  expect(await page.evaluate<string>(focusedText)).toContain('No right answer was found');

  const option = review.question(6).getByRole('checkbox').first();
  await tabTo(page, () => option.evaluate((box) => box === document.activeElement));
  await keyboard.press('Space');
  const save = review.question(6).getByRole('button', { name: 'Save right answer' });
  await tabTo(page, () => save.evaluate((button) => button === document.activeElement));
  await keyboard.press('Enter');
  await page.getByText('Nothing is left to settle').first().waitFor();
  expect(await page.evaluate<string>(focusedText)).toContain('Question 6');

  // Across to the document and back again.
  const source = review
    .question(6)
    .getByRole('button', { name: 'Show question 6 in the document' });
  await tabTo(page, () => source.evaluate((button) => button === document.activeElement));
  await keyboard.press('Enter');
  await waitForFocus(page, 'Which planet do we live on?');
  await keyboard.press('ArrowDown');
  await waitForFocus(page, 'A. Earth');
  await keyboard.press('Enter');
  await waitForFocus(page, 'Question 6');
}

async function waitForFocus(page: Page, text: string): Promise<void> {
  await until(`the focus is on “${text}”`, async () =>
    (await page.evaluate<string>(focusedText)).includes(text) ? true : null,
  );
}

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await isThere()) return;
  }
  throw new Error('Tab never leads there');
}

async function takeIt(visitor: Visitor, path: string): Promise<void> {
  const page = await visitor.tab();
  await visitor.register(page);
  await page.goto(visitor.baseUrl + path);
  await page.getByRole('button', { name: 'Start quiz' }).click();
  const runner = new RunnerPage(page);
  await runner.heading(1).waitFor();
  const answers = FAULTY_KEY.map((key, index) => (index === 4 ? (key + 1) % 3 : key));
  await runner.answerInTurn(answers);
  const dialog = await runner.openHandIn();
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  expect(await (await new ResultPage(page).waitFor()).text()).toContain('6 of 7 points');
}

it('a question is edited beside its source, and keeps what was edited when the document is read again', async () => {
  const visitor = await visit();
  const { page, imports } = await openImports(visitor);
  await imports.drop('edited.docx', await faultyDocx());
  const review = await imports.openReview('edited.docx');
  await review.paragraph('Which planet is the largest?').click();
  const first = review.question(1);
  await first.getByRole('button', { name: 'Edit question 1' }).click();
  await first.getByLabel('Question text').fill('Which planet is larger than all others?');
  await first.getByLabel('Text of option A').fill('Mercury');
  await first.getByLabel('Points').fill('2');
  await first.getByRole('button', { name: 'Save question' }).click();
  await first.getByText('Edited by hand').waitFor();
  expect(await first.innerText()).toContain('2 points');

  await review.problems.getByRole('button', { name: 'Ignore this paragraph' }).click();
  await page.getByText('One that you had edited was kept.').waitFor({ timeout: 30_000 });
  expect(await first.innerText()).toContain('larger than all others');
});

it('several files are one batch: a bad one fails alone, and all are still there after coming back', async () => {
  const visitor = await visit();
  visitor.expectFailures(415);
  const { page, imports } = await openImports(visitor);
  await imports.dropAll({
    'one.docx': await quizDocx('One', GEOGRAPHY.slice(0, 2)),
    'bad.docx': Buffer.from('this is no Word file'),
    'two.docx': await quizDocx('Two', GEOGRAPHY.slice(2, 5)),
  });
  const batch = page.getByRole('region', { name: '3 files together' });
  await batch.getByText('2 ready, 1 failed', { exact: true }).waitFor({ timeout: 30_000 });
  await imports.file('bad.docx').getByText('This is not a Word document').waitFor();
  await imports.file('one.docx').getByText('2 questions found').waitFor();
  expect(await findBarriers(page, ['light', 'dark'])).toEqual([]);

  await page.getByRole('link', { name: 'Manage' }).click();
  await page.getByRole('heading', { name: 'Manage quizzes' }).waitFor();
  await imports.open();
  await batch.getByText('2 ready, 1 failed', { exact: true }).waitFor();
  const review = await imports.openReview('two.docx');
  await review.problems.getByText('Nothing is left to settle').waitFor();

  await imports.open();
  const name = (index: number) => `paper-${index}.docx`;
  const many = Array.from({ length: 51 }, (_, index) => [name(index), Buffer.from('x')] as const);
  await imports.dropAll(Object.fromEntries(many));
  await page.getByText('At most 50 files at once').waitFor();
  expect(await imports.file(name(0)).count()).toBe(0);
});

it('nobody meets a barrier on the review page, on any screen', async () => {
  const visitor = await visit();
  const { page, imports } = await openImports(visitor);
  await imports.drop('barriers.docx', await faultyDocx());
  const review = await imports.openReview('barriers.docx');
  await review.paragraph('Which planet is the hottest?').click();
  expect(await findBarriers(page, ['light', 'dark'])).toEqual([]);
  await review.question(1).getByRole('button', { name: 'Edit question 1' }).click();
  expect(await findBarriers(page, ['light'])).toEqual([]);

  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await findBarriers(page, ['light', 'dark'])).toEqual([]);
  await page.getByRole('button', { name: 'Document', exact: true }).click();
  await review.paragraph('Which planet is the largest?').waitFor();
  expect(await findBarriers(page, ['light'])).toEqual([]);
  await page.getByRole('button', { name: 'How it is written' }).click();
  await page.getByRole('dialog', { name: 'How is this document written?' }).waitFor();
  await page.getByLabel('As the document itself shows').first().uncheck();
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await findBarriers(page, ['light', 'dark'])).toEqual([]);
});
