import type { Page } from 'playwright-core';

/** Kills the page's process: no unload, no last request, nothing. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // The answer to this command dies with the page.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}
