import { spawn } from 'node:child_process';
import { ensureBuilt, ensureInstalled, pinnedNode } from './setup.mjs';

/** Set for the second start of a script, on the pinned Node and with everything built. */
const READY = 'QUIZMASTER_ON_PINNED_NODE';

/**
 * Runs a command of this folder on the Node that the product pins, whatever Node the machine has, with the backend
 * built: starts the script again there. Resolves to the exit code.
 * @param {string} script
 * @param {() => Promise<number | void>} main
 * @returns {Promise<number | void>}
 */
export async function runOnPinnedNode(script, main) {
  if (process.env[READY]) return main();
  await ensureInstalled();
  await ensureBuilt({ only: 'backend' });
  const env = { ...process.env, [READY]: '1' };
  const child = spawn(pinnedNode(), [script, ...process.argv.slice(2)], { stdio: 'inherit', env });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done(code ?? 1));
  });
}
