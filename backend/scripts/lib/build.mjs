import { existsSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { contentHash, filesOf } from './content-hash.mjs';
import { readStamp, writeStamp } from './install.mjs';
import { withCloneLock } from './lock.mjs';
import {
  backendDir,
  frontendDir,
  modulesDir,
  pinnedNodeFile,
  rootDir,
  schemaFile,
} from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { say, step } from './progress.mjs';
import { runCommand, tail } from './run-command.mjs';

const notTests = (/** @type {string} */ file) => !/\.(spec|test)\.tsx?$/.test(file);

/**
 * Something made from sources: made again only when they have changed since.
 * @typedef {{ name: string, label: string, sources: string[], result: string, make: () => Promise<void> }} Product
 */

/** @type {Product} */
const prismaClient = {
  name: 'prisma-client',
  label: 'Generating the database client',
  sources: [schemaFile, join(rootDir, 'package-lock.json')],
  result: join(backendDir, 'src', 'generated', 'prisma', 'client.ts'),
  make: async () => {
    // `generate` never runs this binary, it only insists on one; the real one is a download.
    const env = {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: pinnedNodeFile,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    };
    await runTool(
      'The database client could not be generated',
      'prisma/build/index.js',
      ['generate', '--no-hints'],
      backendDir,
      env,
    );
  },
};

/** @type {Product} */
const backend = {
  name: 'backend',
  label: 'Building the API and the worker',
  sources: [
    ...[
      join(backendDir, 'src'),
      join(backendDir, 'tsconfig.json'),
      join(backendDir, 'tsconfig.build.json'),
    ],
    ...[join(rootDir, 'tsconfig.base.json'), join(rootDir, 'package-lock.json')],
  ],
  result: join(backendDir, 'dist', 'main.js'),
  make: async () => {
    await runTool(
      'The backend does not compile',
      'typescript/bin/tsc',
      ['-p', 'tsconfig.build.json'],
      backendDir,
    );
    removeOrphans();
  },
};

/** @type {Product} */
const frontend = {
  name: 'frontend',
  label: 'Building the pages',
  sources: [frontendDir, join(rootDir, 'tsconfig.base.json'), join(rootDir, 'package-lock.json')],
  result: join(frontendDir, 'dist', 'index.html'),
  make: () =>
    runTool(
      'The pages do not build',
      'vite/bin/vite.js',
      ['build', '--logLevel', 'warn'],
      frontendDir,
      // Whoever asks (a test run says `test`), the pages are built as they are served.
      { ...process.env, NODE_ENV: 'production' },
    ),
};

/**
 * Makes what is missing or older than its sources.
 * @param {{ only?: 'client' | 'backend' | 'frontend' }} [what] everything when not given
 */
export async function ensureBuilt({ only } = {}) {
  const wanted = {
    client: [prismaClient],
    backend: [prismaClient, backend],
    frontend: [frontend],
    all: [prismaClient, backend, frontend],
  }[only ?? 'all'];
  if (wanted.every(isFresh)) return;
  await withCloneLock('build', say, async () => {
    for (const product of wanted) await makeUnlessFresh(product);
  });
}

/** @param {Product} product */
function isFresh(product) {
  return existsSync(product.result) && readStamp(product.name) === sourceHash(product);
}

/** @param {Product} product */
function sourceHash({ sources }) {
  return contentHash(sources, notTests);
}

/** @param {Product} product */
async function makeUnlessFresh(product) {
  if (isFresh(product)) return;
  // Taken before, so that a change made while it is built is built the next time.
  const hash = sourceHash(product);
  await step(product.label, product.make);
  writeStamp(product.name, hash);
}

/** The compiler leaves what it made from a file that is no more. */
function removeOrphans() {
  const dist = join(backendDir, 'dist');
  for (const file of filesOf(dist).filter((name) => /\.js(\.map)?$/.test(name))) {
    const source = join(backendDir, 'src', relative(dist, file).replace(/\.js(\.map)?$/, '.ts'));
    if (!existsSync(source)) rmSync(file);
  }
}

/**
 * @param {string} failure
 * @param {string} script below node_modules
 * @param {string[]} args
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} [env]
 */
async function runTool(failure, script, args, cwd, env) {
  const { code, output } = await runCommand(pinnedNodeFile, [join(modulesDir, script), ...args], {
    cwd,
    env,
  });
  if (code !== 0) throw new PlainError(`${failure}:\n${tail(output, 30)}`);
}
