import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { backendDir, modulesDir, pinnedNodeFile, scriptsDir } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { endProcess } from './processes.mjs';
import { say } from './progress.mjs';

/** A compilation writes many files; the processes are started anew once it has been quiet so long. */
const QUIET_MS = 300;
const RESTART_GRACE_MS = 2000;

/**
 * Adds to a running instance what development needs: the compiler watching the backend, API and
 * worker started anew after each compilation, and Vite's server for the pages on the port that
 * was asked for.
 * @param {object} options
 * @param {number} options.port
 * @param {number} options.apiPort
 * @param {import('./instance.mjs').Parts} options.parts the tools are added to them
 * @param {(name: string, pid: number) => void} options.onStarted
 */
export async function startDevelopment({ port, apiPort, parts, onStarted }) {
  const tsc = join(modulesDir, 'typescript', 'bin', 'tsc');
  const watching = ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'];
  const ports = { PORT: String(port), API_PORT: String(apiPort) };
  const compiler = attach('The compiler', [tsc, ...watching], {});
  const pages = attach('The server of the pages', [join(scriptsDir, 'dev-pages.mjs')], ports);
  for (const tool of [compiler, pages]) onStarted(tool.name, tool.child.pid ?? 0);
  const changes = restartOnChange(parts);
  parts.tools = {
    gaveUp: Promise.race([compiler.ended, pages.ended]),
    stop: async (graceMs) => {
      changes.close();
      const pids = [compiler, pages].flatMap(({ child }) => child.pid ?? []);
      await Promise.all(pids.map((pid) => endProcess(pid, { graceMs })));
    },
    abandon: (signal) => [compiler, pages].forEach(({ child }) => child.kill(signal)),
  };
  parts.tools.gaveUp.catch(() => undefined);
  await Promise.race([
    parts.tools.gaveUp,
    new Promise((done) => pages.child.once('message', done)),
  ]);
}

/**
 * @param {string} name
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function attach(name, args, env) {
  const child = spawn(pinnedNodeFile, args, {
    ...{ cwd: backendDir, env: { ...process.env, ...env }, detached: true },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  /** @type {Promise<never>} */
  const ended = new Promise((_, fail) => {
    child.once('exit', () => fail(new PlainError(`${name} has ended, so development stops.`)));
    child.once('error', (error) => fail(new PlainError(`${name} did not start: ${error.message}`)));
  });
  ended.catch(() => undefined);
  return { name, child, ended };
}

/** @param {import('./instance.mjs').Parts} parts */
function restartOnChange(parts) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  return watch(join(backendDir, 'dist'), { recursive: true }, (_, name) => {
    if (!name?.endsWith('.js')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      say('The backend has changed; starting API and worker anew …');
      for (const part of [parts.api, parts.worker]) void part?.restart(RESTART_GRACE_MS);
    }, QUIET_MS);
  });
}
