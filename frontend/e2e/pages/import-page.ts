import type { Locator, Page } from 'playwright-core';

/** Where an admin drops Word files and sees how far each is. */
export class ImportPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Import' }).click();
    await this.page.getByRole('heading', { name: 'Import from Word' }).waitFor();
  }

  async drop(name: string, bytes: Buffer): Promise<void> {
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    await this.page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer: bytes });
  }

  file(name: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: name });
  }

  async openDraft(name: string): Promise<void> {
    await this.file(name).getByRole('link', { name: 'Open draft' }).click({ timeout: 30_000 });
  }
}
