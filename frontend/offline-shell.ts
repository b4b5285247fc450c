import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformWithOxc, type Plugin, type Rolldown } from 'vite';
import { closureOf, isFor } from './chunk-closure.ts';

/** What a student needs without a network: the quiz, its result, and the way there; in either language. */
const OFFLINE_PAGES = [
  'catalogue-page',
  'quiz-page',
  'login-page',
  'attempt-page',
  'opening-problem',
  'result-page',
  'review-page',
  'settings-menu',
  'account-menu',
  '/texts/en',
  '/texts/vi',
];
const PUBLIC_FILES = ['/theme.js', '/logo.svg'];
const SOURCE = fileURLToPath(new URL('service-worker/service-worker.ts', import.meta.url));

/** Emits `/sw.js`: the service worker with the list of files that this release keeps on the device. */
export function offlineShell(): Plugin {
  return {
    name: 'offline-shell',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const shell = shellOf(bundle);
        const { code } = await transformWithOxc(await readFile(SOURCE, 'utf8'), SOURCE);
        const source = `const SHELL = ${JSON.stringify(shell)};\n${code.replace(/export \{\s*\};?/, '')}`;
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}

function shellOf(bundle: Rolldown.OutputBundle) {
  const chunks = closureOf(bundle, (chunk) => isFor(chunk, OFFLINE_PAGES));
  const entry = chunks.find((chunk) => chunk.isEntry);
  if (!entry) throw new Error('the build has no entry');
  const styles = Object.keys(bundle).filter((name) => name.endsWith('.css'));
  const built = [...chunks.map((chunk) => chunk.fileName), ...styles].sort();
  const release = createHash('sha256').update(built.join('\n')).digest('hex').slice(0, 16);
  const files = [...built.map((name) => `/${name}`), ...PUBLIC_FILES];
  return { release, entry: entry.fileName, files };
}
