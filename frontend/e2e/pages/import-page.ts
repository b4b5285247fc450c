import type { Locator, Page } from 'playwright-core';
import { ReviewPage } from './review-page';

/** Where an admin drops Word files and sees how far each is. */
export class ImportPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Import', exact: true }).click();
    await this.page.getByRole('heading', { name: 'Import from Word' }).waitFor();
  }

  async drop(name: string, bytes: Buffer): Promise<void> {
    await this.dropAll({ [name]: bytes });
  }

  /** Drops files together, by name. */
  async dropAll(files: Record<string, Buffer>): Promise<void> {
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const chosen = Object.entries(files).map(([name, buffer]) => ({ name, mimeType, buffer }));
    await this.page.locator('input[type="file"]').setInputFiles(chosen);
  }

  file(name: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: name });
  }

  async openDraft(name: string): Promise<void> {
    await this.file(name).getByRole('link', { name: 'Open quiz' }).click({ timeout: 30_000 });
  }

  async openReview(name: string): Promise<ReviewPage> {
    await this.file(name).getByRole('link', { name: 'Review' }).click({ timeout: 30_000 });
    return new ReviewPage(this.page).waitFor(name);
  }
}
