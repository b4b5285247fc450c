import type { Locator, Page } from 'playwright-core';

/** Where an imported document stands beside the questions read from it. */
export class ReviewPage {
  readonly problems: Locator;
  readonly document: Locator;
  readonly questions: Locator;

  constructor(readonly page: Page) {
    this.problems = page.getByRole('region', { name: 'What needs you' });
    this.document = page.getByRole('region', { name: 'Document', exact: true });
    this.questions = page.getByRole('region', { name: 'Questions', exact: true });
  }

  async waitFor(fileName: string): Promise<this> {
    await this.page.getByRole('heading', { name: fileName, level: 1 }).waitFor();
    await this.problems.waitFor();
    return this;
  }

  question(number: number): Locator {
    return this.questions.getByRole('group', { name: `Question ${number}`, exact: true });
  }

  paragraph(text: string): Locator {
    return this.document.getByRole('button').filter({ hasText: text });
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Publish' }).click();
    await this.page.getByRole('link', { name: 'See it as a student' }).waitFor();
  }
}
