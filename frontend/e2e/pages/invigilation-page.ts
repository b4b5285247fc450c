import type { Locator, Page } from 'playwright-core';

/** The attempts of a quiz and one of them, as a teacher sees them. */
export class InvigilationPage {
  readonly timeline: Locator;

  constructor(readonly page: Page) {
    this.timeline = page.getByRole('region', { name: 'History' }).getByRole('listitem');
  }

  async openQuiz(baseUrl: string, quizId: string): Promise<void> {
    await this.page.goto(`${baseUrl}/admin/quizzes/${quizId}/attempts`);
    await this.page.getByRole('heading', { name: 'Attempts', level: 1 }).waitFor();
  }

  async openAttempt(baseUrl: string, attemptId: string): Promise<void> {
    await this.page.goto(`${baseUrl}/admin/attempts/${attemptId}`);
    await this.page.getByRole('heading', { name: 'Alex Student', level: 1 }).waitFor();
  }

  /** Presses a button of the page and then, in the dialog that asks, the one that does it. */
  async change(button: string, confirm = button): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: button });
    await dialog.getByRole('button', { name: confirm, exact: true }).click();
    await dialog.waitFor({ state: 'detached' }).catch(() => dialog.waitFor({ state: 'hidden' }));
  }

  /** The card of the answer to a question that came late. */
  late(number: number): Locator {
    return this.page
      .getByRole('region', { name: 'Answers that came late' })
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { name: `Question ${String(number)}` }) });
  }

  /** Decides on one that waits. */
  async press(card: Locator, button: string, state: string): Promise<void> {
    await card.getByRole('button', { name: button }).click();
    await card.getByText(state, { exact: true }).waitFor();
  }

  /** Decides otherwise, after reading what counts then. */
  async reverse(card: Locator, button: string, counts: string, state: string): Promise<void> {
    await card.getByRole('button', { name: button }).click();
    const dialog = this.page.getByRole('dialog', { name: button });
    await dialog.getByText(counts).waitFor();
    await dialog.getByText('the student gets a further receipt').waitFor();
    await dialog.getByRole('button', { name: button }).click();
    await dialog.waitFor({ state: 'hidden' });
    await card.getByText(state, { exact: true }).waitFor();
  }

  /** The first lines of the timeline, newest first. */
  async titles(): Promise<string[]> {
    return this.timeline.locator('p:first-child').allInnerTexts();
  }
}
