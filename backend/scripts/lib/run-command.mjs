import { spawn } from 'node:child_process';
import { rootDir } from './paths.mjs';
import { sendSignal } from './processes.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ends every program that `runCommand` still runs, with all that it has started itself. */
export function endCommands() {
  signalCommands('SIGTERM');
}

/** The same for those that did not care. */
export function killCommands() {
  signalCommands('SIGKILL');
}

/** @param {NodeJS.Signals} signal */
function signalCommands(signal) {
  for (const child of running) {
    if (child.pid) sendSignal(-child.pid, signal);
  }
}

/**
 * Runs a program to its end and gathers what it writes.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onOutput?: (text: string) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 when it could not be started
 */
export function runCommand(file, args, options = {}) {
  const { cwd = rootDir, env = process.env, onOutput } = options;
  return new Promise((done) => {
    // In a group of its own, so that it can be ended together with its children.
    const child = spawn(file, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    const take = (/** @type {string} */ text) => {
      output += text;
      onOutput?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.once('error', (error) => done({ code: 127, output: `${output}${error.message}` }));
    child.once('close', (code) => {
      running.delete(child);
      done({ code: code ?? 1, output });
    });
  });
}

/**
 * The last lines of a text, for a message.
 * @param {string} text
 * @param {number} count
 */
export function tail(text, count) {
  return text.trim().split('\n').slice(-count).join('\n');
}
