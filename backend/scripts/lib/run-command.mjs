import { spawn } from 'node:child_process';
import { rootDir } from './paths.mjs';

/**
 * Runs a program to its end and gathers what it writes.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onOutput?: (text: string) => void, onStart?: (pid: number) => void, ownGroup?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 when it could not be started
 */
export function runCommand(file, args, options = {}) {
  const { cwd = rootDir, env = process.env, onOutput, onStart, ownGroup = false } = options;
  return new Promise((done) => {
    const child = spawn(file, args, {
      cwd,
      env,
      detached: ownGroup,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (child.pid) onStart?.(child.pid);
    let output = '';
    const take = (/** @type {string} */ text) => {
      output += text;
      onOutput?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.once('error', (error) => done({ code: 127, output: `${output}${error.message}` }));
    child.once('close', (code) => done({ code: code ?? 1, output }));
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
