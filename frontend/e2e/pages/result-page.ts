import type { Page } from 'playwright-core';

export class ResultPage {
  constructor(readonly page: Page) {}

  async waitFor(): Promise<this> {
    await this.page.waitForURL(/\/attempts\/[^/]+\/result$/);
    await this.page.getByRole('heading', { name: 'Your result' }).waitFor();
    return this;
  }

  text(): Promise<string> {
    return this.page.getByRole('main').innerText();
  }

  async receipt(): Promise<{ id: string; hash: string }> {
    const value = (name: string) =>
      this.page.locator('dl > div', { hasText: name }).locator('dd').innerText();
    return { id: await value('Receipt number'), hash: await value('Fingerprint') };
  }
}
