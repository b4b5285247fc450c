import type { Page } from 'playwright-core';

interface Hang {
  milliseconds: number;
  /** A radio button that is clicked right before. */
  click?: number;
  /** One that is clicked first of all when the page wakes, as an impatient student does. */
  clickAfter?: number;
  /** A page of the same browser, for seeing that the hang has begun. */
  seenFrom: Page;
}

/** Blocks the page's main thread: nothing runs there for so long, and it keeps its locks. Returns the end of it. */
export async function hang(page: Page, options: Hang): Promise<{ awake: Promise<void> }> {
  const { milliseconds, click = null, clickAfter = null, seenFrom } = options;
  const awake = page.evaluate(
    ([duration, before, after]) => {
      const option = (index: number) =>
        document.querySelectorAll<HTMLInputElement>('input[type="radio"]')[index];
      if (before !== null) option(before)?.click();
      localStorage.setItem('hung', 'yes');
      const end = performance.now() + duration;
      while (performance.now() < end);
      if (after !== null) option(after)?.click();
    },
    [milliseconds, click, clickAfter] as const,
  );
  await seenFrom.waitForFunction(() => localStorage.getItem('hung') === 'yes');
  return { awake };
}
