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

/** Those that mostly wait for one processor, two at a time; the others use all there is. */
const paired = [...staticChecks, ...generatedChecks];
const checks = [...paired, ...suites];
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
 * Runs the checks, also those that follow a failed one.
 * @param {Check[]} wanted
 * @param {string} scratch
 * @param {() => boolean} isInterrupted
 */
async function runAll(wanted, scratch, isInterrupted) {
  const total = { passed: 0, failed: 0 };
  const lane = async (/** @type {Check[]} */ queue) => {
    for (let check = queue.shift(); check && !isInterrupted(); check = queue.shift()) {
      const outcome = await runOne(check, scratch);
      total.passed += outcome.passed;
      total.failed += outcome.failed;
    }
  };
  await ensureBuilt({ only: 'client' });
  const first = wanted.filter((check) => paired.includes(check));
  await Promise.all([lane(first), lane(first)]);
  await lane(wanted.filter((check) => !paired.includes(check)));
  return total;
}

/**
 * @param {Check} check
 * @param {string} scratch
 */
async function runOne(check, scratch) {
  const begin = Date.now();
  say(`── ${check.label} …`);
  const ticker = setInterval(
    () => say(`   ${check.name}: still at it after ${elapsed(begin)}`),
    30_000,
  );
  const outcome = await attempt(check, scratch);
  clearInterval(ticker);
  if (outcome.failed > 0) say(outcome.output.trimEnd());
  say(`   ${check.name}: ${outcome.passed} passed, ${outcome.failed} failed in ${elapsed(begin)}`);
  return outcome;
}

/**
 * @param {Check} check
 * @param {string} scratch
 * @returns {Promise<import('./checks/static.mjs').Outcome>}
 */
async function attempt(check, scratch) {
  try {
    return await check.run(scratch);
  } catch (error) {
    const failure = /** @type {Error} */ (error);
    const output = failure instanceof PlainError ? failure.message : String(failure.stack);
    return { passed: 0, failed: 1, output };
  }
}

/** @typedef {import('./checks/static.mjs').Check} Check */
