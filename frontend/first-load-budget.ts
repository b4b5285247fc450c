import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';
import { closureOf, isFor } from './chunk-closure.ts';

/** What a student's first visit loads beside the entry: the catalogue, in one language. */
const FIRST_PAGE = ['catalogue-page', '/texts/en'];
const BUDGET_KB = 200;
/** The largest are where there is something to be saved. */
const NAMED = 8;

/** Prints how much script the first visit costs, and refuses a build that costs more than the budget. */
export function firstLoadBudget(): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const costs = closureOf(bundle, (chunk) => isFor(chunk, FIRST_PAGE))
        .map((chunk) => ({ name: chunk.fileName, bytes: gzipSync(chunk.code).length, chunk }))
        .toSorted((a, b) => b.bytes - a.bytes);
      const bytes = costs.reduce((sum, cost) => sum + cost.bytes, 0);
      const size = `${inKilobytes(bytes)} of compressed script`;
      if (bytes <= BUDGET_KB * 1000) {
        this.info(`the first visit loads ${size}, of ${BUDGET_KB} kB allowed`);
        return;
      }
      const largest = costs.slice(0, NAMED).map((cost) => `  ${line(cost)}`);
      this.error(
        `the first visit loads ${size}, over the ${BUDGET_KB} kB allowed. The largest of it:\n${largest.join('\n')}`,
      );
    },
  };
}

interface Cost {
  name: string;
  bytes: number;
  chunk: Rolldown.OutputChunk;
}

/** A file with what most of it is made of. */
function line({ name, bytes, chunk }: Cost): string {
  const sizes = new Map<string, number>();
  for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
    const part =
      /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? id.split('/src/').at(-1) ?? id;
    sizes.set(part, (sizes.get(part) ?? 0) + renderedLength);
  }
  const parts = [...sizes].toSorted(([, a], [, b]) => b - a).slice(0, 4);
  return `${inKilobytes(bytes)} ${name} (${parts.map(([part]) => part).join(', ')})`;
}

function inKilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
