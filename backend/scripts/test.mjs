import { parseArgs } from 'node:util';
import { generatedChecks } from './checks/generated.mjs';
import { staticChecks } from './checks/static.mjs';
import { suites } from './checks/suites.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { PlainError, runMain } from './lib/plain-error.mjs';
import { elapsed, say, sendProgressTo } from './lib/progress.mjs';
import { endCommands, killCommands } from './lib/run-command.mjs';
import { openScratchRun } from './lib/scratch-run.mjs';
import { onStopSignals } from './lib/stop-signals.mjs';

const checks = [...staticChecks, ...generatedChecks, ...suites];
const KILL_AFTER_MS = 8000;

await runMain(async () => {
  sendProgressTo(process.stdout);
  const wanted = chosenChecks();
  await ensureInstalled();
  const scratch = await openScratchRun();
  // Everything that a check makes goes into the scratch folder, which is emptied at the end.
  process.env.TMPDIR = scratch.dir;
  let interrupted = false;
  const stopListening = onStopSignals({
    onFirst: () => {
      interrupted = true;
      say('Interrupted; ending what runs …');
      endCommands();
      setTimeout(killCommands, KILL_AFTER_MS).unref();
    },
    onSecond: killCommands,
  });
  try {
    const total = await runAll(wanted, scratch.dir, () => interrupted);
    if (interrupted) say('The run was interrupted: not everything was checked.');
    say(`${total.passed} passed, ${total.failed} failed`);
    return total.failed > 0 || interrupted ? 1 : 0;
  } finally {
    await scratch.remove();
    stopListening();
  }
});

/** All, or those of `--only NAME[,NAME]`. */
function chosenChecks() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  if (!values.only) return checks;
  const names = values.only.split(',');
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length === 0) return checks.filter((check) => names.includes(check.name));
  throw new PlainError(
    `There is no check named ${unknown.join(', ')}: choose among ${checks.map((check) => check.name).join(', ')}.`,
  );
}

/**
 * Runs the checks one after the other, also those that follow a failed one.
 * @param {import('./checks/static.mjs').Check[]} wanted
 * @param {string} scratch
 * @param {() => boolean} isInterrupted
 */
async function runAll(wanted, scratch, isInterrupted) {
  const total = { passed: 0, failed: 0 };
  await ensureBuilt({ only: 'client' });
  for (const check of wanted) {
    if (isInterrupted()) break;
    const outcome = await runOne(check, scratch);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
  }
  return total;
}

/**
 * @param {import('./checks/static.mjs').Check} check
 * @param {string} scratch
 */
async function runOne(check, scratch) {
  const begin = Date.now();
  say(`\n── ${check.label}`);
  const ticker = setInterval(() => say(`  … still at it after ${elapsed(begin)}`), 30_000);
  const outcome = await attempt(check, scratch);
  clearInterval(ticker);
  if (outcome.failed > 0) say(outcome.output.trimEnd());
  say(`  ${outcome.passed} passed, ${outcome.failed} failed (${check.name}, ${elapsed(begin)})`);
  return outcome;
}

/**
 * @param {import('./checks/static.mjs').Check} check
 * @param {string} scratch
 */
async function attempt(check, scratch) {
  try {
    return await check.run(scratch);
  } catch (error) {
    const output =
      error instanceof PlainError
        ? error.message
        : String(/** @type {Error} */ (error).stack ?? error);
    return { passed: 0, failed: 1, output };
  }
}
