import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { args, executablePath } from './chromium';
import './stage';
import { Visitor } from './visitor';

const DESK = { width: 1280, height: 800 };

/**
 * A browser for the tests of one file; a visitor comes to another `address` of the same server where one is given. Every visitor is shown out after the test, which fails when any of
 * their pages had an error.
 */
export function useVisitors() {
  const { baseUrl } = inject('stage');
  let browser: Browser;
  let visitors: Visitor[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await tellWhatIsSeen(visitors);
    const problems = visitors.flatMap((visitor) => visitor.problems);
    await Promise.all(visitors.map((visitor) => visitor.context.close()));
    visitors = [];
    expect(problems).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
  });

  return async (options: BrowserContextOptions = {}, address = baseUrl): Promise<Visitor> => {
    const context = await browser.newContext({
      viewport: DESK,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(10_000);
    // A page comes with all of its code, on a machine that others use too.
    context.setDefaultNavigationTimeout(30_000);
    const visitor = new Visitor(context, address, baseUrl);
    visitors.push(visitor);
    return visitor;
  };
}

/** What stood on the pages when a test failed tells more than what was waited for. */
async function tellWhatIsSeen(visitors: readonly Visitor[]): Promise<void> {
  for (const page of visitors.flatMap(({ context }) => context.pages())) {
    const text = await page
      .locator('body')
      .innerText({ timeout: 1_000 })
      .catch(() => 'nothing that can be read');
    process.stderr.write(
      `\nSeen at ${page.url()}:\n${text.replaceAll(/\n+/g, ' · ').slice(0, 1_500)}\n`,
    );
  }
}
