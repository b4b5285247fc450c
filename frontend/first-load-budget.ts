import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { closureOf, isFor } from './chunk-closure.ts';

/** What a student's first visit loads beside the entry: the catalogue, one language, the header's menus. */
const FIRST_PAGE = ['catalogue-page', 'settings-menu', 'account-menu', '/texts/en'];
const BUDGET_KB = 200;

/** Prints how much script the first visit costs, and refuses a build that costs more than the budget. */
export function firstLoadBudget(): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const loaded = closureOf(bundle, (chunk) => isFor(chunk, FIRST_PAGE));
      const bytes = loaded.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
      const size = `${Math.round(bytes / 1000)} kB of compressed script`;
      if (bytes > BUDGET_KB * 1000) this.error(`the first visit loads ${size}, over ${BUDGET_KB}`);
      this.info(`the first visit loads ${size} of ${BUDGET_KB} allowed`);
    },
  };
}
