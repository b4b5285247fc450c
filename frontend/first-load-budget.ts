import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** What a student's first visit loads beside the entry: the catalogue, one language, the header's menus. */
const FIRST_PAGE = ['catalogue-page', 'settings-menu', 'account-menu', '/texts/en'];
const BUDGET_KB = 200;

/** Prints how much script the first visit costs, and refuses a build that costs more than the budget. */
export function firstLoadBudget(): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const loaded = new Set<Rolldown.OutputChunk>();
      const visit = (chunk: Rolldown.OutputChunk | undefined) => {
        if (!chunk || loaded.has(chunk)) return;
        loaded.add(chunk);
        for (const name of chunk.imports) visit(byName.get(name));
      };
      for (const chunk of chunks) if (chunk.isEntry || isOnFirstPage(chunk)) visit(chunk);
      const bytes = [...loaded].reduce((sum, { code }) => sum + gzipSync(code).length, 0);
      const size = `${Math.round(bytes / 1000)} kB of compressed script`;
      if (bytes > BUDGET_KB * 1000) this.error(`the first visit loads ${size}, over ${BUDGET_KB}`);
      this.info(`the first visit loads ${size} of ${BUDGET_KB} allowed`);
    },
  };
}

function isOnFirstPage({ facadeModuleId }: Rolldown.OutputChunk): boolean {
  return FIRST_PAGE.some((part) => facadeModuleId?.includes(`${part}.ts`));
}
