import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { backendDir, modulesDir, pinnedNodeFile, scriptsDir } from './paths.mjs';
import { say } from './progress.mjs';

/** A compilation writes many files; the processes are started anew once it has been quiet so long. */
const QUIET_MS = 300;
const RESTART_GRACE_MS = 2000;

/**
 * Adds to a running instance what development needs: the compiler watching the backend, API and
 * worker started anew after each compilation, and Vite's server for the pages on the port that
 * was asked for.
 * @param {{ port: number, apiPort: number, parts: import('./instance.mjs').Parts }} options
 */
export async function startDevelopment({ port, apiPort, parts }) {
  const tsc = [join(modulesDir, 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'];
  const compiler = attach([...tsc, '--watch', '--preserveWatchOutput'], {});
  const pages = attach([join(scriptsDir, 'dev-pages.mjs')], {
    PORT: String(port),
    API_PORT: String(apiPort),
  });
  restartOnChange(parts);
  process.once('exit', () => [compiler, pages].forEach((child) => child.kill()));
  await new Promise((done, fail) => {
    pages.once('message', done);
    pages.once('exit', (code) =>
      fail(new Error(`the server of the pages ended with code ${code}`)),
    );
  });
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function attach(args, env) {
  return spawn(pinnedNodeFile, args, {
    ...{ cwd: backendDir, env: { ...process.env, ...env }, detached: true },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** @param {import('./instance.mjs').Parts} parts */
function restartOnChange(parts) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  watch(join(backendDir, 'dist'), { recursive: true }, (_, name) => {
    if (!name?.endsWith('.js')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      say('The backend has changed; starting API and worker anew …');
      for (const part of [parts.api, parts.worker]) void part?.restart(RESTART_GRACE_MS);
    }, QUIET_MS);
  }).unref();
}
