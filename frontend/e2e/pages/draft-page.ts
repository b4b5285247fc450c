import type { Locator, Page } from 'playwright-core';

/** A quiz as staff see it. */
export class DraftPage {
  constructor(private readonly page: Page) {}

  /** The last of so many questions is there, and none after it. */
  async waitForQuestions(count: number): Promise<void> {
    await this.card(count).waitFor();
    await this.card(count + 1).waitFor({ state: 'detached' });
  }

  /** The question's text and the text of the option marked as right, as the page shows them. */
  async question(number: number): Promise<{ text: string; right: string[] }> {
    const card = this.card(number);
    const marked = card.getByRole('listitem').filter({ hasText: 'Right answer' });
    const right = await marked.locator('p').allInnerTexts();
    return { text: await card.innerText(), right };
  }

  private card(number: number): Locator {
    return this.page.getByRole('group', { name: `Question ${number}`, exact: true });
  }

  async rename(title: string): Promise<void> {
    await this.page.getByLabel('Title').fill(title);
    await this.page.getByRole('button', { name: 'Save settings' }).click();
    await this.page.getByText('Saved', { exact: true }).waitFor();
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Publish' }).click();
    await this.page.getByRole('link', { name: 'See it as a student' }).waitFor();
  }
}
