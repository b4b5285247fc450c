import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backendDir, pinnedNodeFile } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { endProcess, sendSignal } from './processes.mjs';
import { reasonIn } from './reason.mjs';

/**
 * @typedef {object} AppProcess
 * @property {number} pid
 * @property {Promise<void>} ready once it can do its work; rejected when it ends before
 * @property {Promise<string>} exited how it ended, in a few words; never rejected
 * @property {(graceMs: number) => Promise<void>} stop
 * @property {(signal: NodeJS.Signals) => void} signal
 */

/**
 * Starts the API or the worker, in a process group of its own so that Ctrl-C reaches only the
 * launcher. It is tied to the launcher by a channel: it ends by itself when that one dies.
 * @param {{ name: string, env: NodeJS.ProcessEnv, logFile: string }} options
 *   name: of the file in backend/dist, without its ending
 * @returns {AppProcess}
 */
export function startApp({ name, env, logFile }) {
  mkdirSync(dirname(logFile), { recursive: true });
  const before = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const log = openSync(logFile, 'a');
  const args = [
    '--enable-source-maps',
    ...newRelicFlags(env),
    join(backendDir, 'dist', `${name}.js`),
  ];
  const child = spawn(pinnedNodeFile, args, {
    ...{ cwd: backendDir, env, detached: true },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  /** @type {Promise<string>} */
  const exited = new Promise((done) => {
    child.once('exit', (code, signal) =>
      done(signal ? `ended by ${signal}` : `ended with code ${code}`),
    );
    child.once('error', (error) => done(error.message));
  });
  /** @type {Promise<void>} */
  const ready = new Promise((done, fail) => {
    let isReady = false;
    child.on('message', (message) => {
      if (message !== 'ready') return;
      isReady = true;
      done();
    });
    void exited.then((how) => {
      // Long after the start its log may be gone, and nobody asks any more.
      if (isReady) return;
      const said = reasonIn(readFileSync(logFile).subarray(before).toString());
      const who = name === 'main' ? 'API' : name;
      fail(new PlainError(`The ${who} did not start (its log: ${logFile}): ${said || how}`));
    });
  });
  // Whoever asks for `ready` hears of it; an app that nobody waits for must not end the launcher.
  ready.catch(() => undefined);
  const pid = child.pid ?? 0;
  return {
    pid,
    ready,
    exited,
    stop: (graceMs) => endProcess(pid, { graceMs }),
    signal: (signal) => sendSignal(pid, signal),
  };
}

/** The agent costs two seconds of start and 94 MB, so it is loaded only for who has a key. */
function newRelicFlags(/** @type {NodeJS.ProcessEnv} */ env) {
  if (!env.NEW_RELIC_LICENSE_KEY) return [];
  return ['--import', 'newrelic/esm-loader.mjs', '--require', 'newrelic'];
}
