import { expect, inject, it } from 'vitest';
import { GEOGRAPHY } from '../fixtures/geography';
import { quizDocx } from '../fixtures/quiz-docx';
import { DraftPage } from '../pages/draft-page';
import { ImportPage } from '../pages/import-page';
import { ResultPage } from '../pages/result-page';
import { RunnerPage } from '../pages/runner-page';
import { SignInPages } from '../pages/sign-in-pages';
import { useVisitors } from '../support/use-visitors';
import type { Visitor } from '../support/visitor';

const visit = useVisitors();
const TITLE = 'Around the world in eight questions';

it('an admin uploads a Word file and publishes it; a student finds it, takes it and reads the result', async () => {
  await adminPublishes(await visit());
  await studentTakesIt(await visit());
});

async function adminPublishes(visitor: Visitor): Promise<void> {
  const page = await visitor.tab();
  await page.goto(`${visitor.baseUrl}/login`);
  await new SignInPages(page).logIn(inject('stage').admin);
  const imports = new ImportPage(page);
  await imports.open();
  await imports.drop('world.docx', await quizDocx('World quiz', GEOGRAPHY));
  await imports.openDraft('world.docx');

  const draft = new DraftPage(page);
  await draft.waitForQuestions(GEOGRAPHY.length);
  for (const [index, { stem, options, key }] of GEOGRAPHY.entries()) {
    const question = await draft.question(index + 1);
    expect(question.text).toContain(stem);
    for (const option of options) expect(question.text).toContain(option);
    expect(question.right).toEqual([options[key]]);
  }
  await draft.rename(TITLE);
  await draft.publish();
}

async function studentTakesIt(visitor: Visitor): Promise<void> {
  const page = await visitor.tab();
  await page.goto(visitor.baseUrl);
  await new SignInPages(page).register({
    name: 'Robin Reader',
    email: 'robin@example.org',
    password: 'nine slow tortoises',
  });
  await page.getByRole('searchbox', { name: 'Search quizzes' }).fill('around the world');
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('button', { name: 'Start quiz' }).click();

  const runner = new RunnerPage(page);
  await runner.heading(1).waitFor();
  const answers = GEOGRAPHY.map(({ key }, index) => (index === 2 ? (key + 1) % 4 : key));
  await runner.answerInTurn(answers);
  const dialog = await runner.openHandIn();
  expect(await dialog.innerText()).toContain('You have answered every question.');
  await dialog.getByRole('button', { name: 'Hand in' }).click();

  const result = await new ResultPage(page).waitFor();
  const text = await result.text();
  expect(text).toContain('88%');
  expect(text).toContain('7 of 8 points');
  expect(text).toContain('Passed');
  const receipt = await result.receipt();
  expect(receipt.id).toMatch(/^[0-9a-f-]{36}$/);
  expect(receipt.hash).toMatch(/^[0-9a-f]{64}$/);

  await page.getByRole('link', { name: 'See the answers' }).click();
  await page.getByRole('heading', { name: `Answers to ${TITLE}` }).waitFor();
  const questions = page.getByRole('main').locator('ol > li');
  expect(await questions.count()).toBe(GEOGRAPHY.length);
  const wrong = await questions.nth(2).innerText();
  expect(wrong).toContain('Wrong');
  expect(wrong).toMatch(/Atlantic\s+Your answer/);
  expect(wrong).toMatch(/Pacific\s+Right answer/);
  expect(await questions.nth(0).innerText()).toMatch(/Canberra\s+Your answer · Right answer/);
}
