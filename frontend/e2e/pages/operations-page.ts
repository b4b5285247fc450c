import type { Locator, Page } from 'playwright-core';

type Tab = 'System' | 'Cache' | 'Rate limits';

/** What the product runs on, as staff see it. */
export class OperationsPage {
  constructor(private readonly page: Page) {}

  async open(tab: Tab): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Operations', exact: true }).click();
    await page.getByRole('navigation', { name: 'Operations' }).getByText(tab).click();
    await page.getByRole('heading', { name: tab, level: 1 }).waitFor();
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  /** A figure as the page shows it, in English. */
  async fact(section: string, name: string): Promise<number> {
    const region = this.page.getByRole('region', { name: section });
    const fact = region.locator('dl > div').filter({ hasText: name }).locator('dd');
    return Number((await fact.first().innerText()).replaceAll(/[^\d.]/g, ''));
  }
}
