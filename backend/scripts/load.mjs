import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findK6 } from './lib/load-k6.mjs';
import { pictures } from './lib/load-pictures.mjs';
import { USUAL_SECONDS, planRuns } from './lib/load-plan.mjs';
import { reportText } from './lib/load-report.mjs';
import { runLoad } from './lib/load-run.mjs';
import { judge } from './lib/load-targets.mjs';
import { modulesDir, pinnedNodeFile, rootDir } from './lib/paths.mjs';
import { runOnPinnedNode } from './lib/pinned-node.mjs';
import { PlainError, runMain } from './lib/plain-error.mjs';
import { elapsed, say, sendProgressTo } from './lib/progress.mjs';
import { endCommands, killCommands, runCommand } from './lib/run-command.mjs';
import { makeScratchDir } from './lib/scratch-services.mjs';
import { onStopSignals } from './lib/stop-signals.mjs';

// npm run load [-- --stress] [--seconds N] [--only NAME,…]: what the scripts of load-tests/ find out about a production
// instance with and without its cache. How to read it is told in docs/operations.md.

function readOptions() {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: String(USUAL_SECONDS) },
      stress: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const seconds = Number(values.seconds);
  if (!Number.isInteger(seconds) || seconds < 5) {
    throw new PlainError('--seconds is a whole number from 5: how long each comparison takes.');
  }
  const all = planRuns({ seconds, stress: values.stress || values.only !== undefined });
  const names = values.only?.split(',') ?? all.map(({ name }) => name);
  const unknown = names.filter((name) => !all.some((run) => run.name === name));
  if (unknown.length > 0) {
    const known = all.map(({ name }) => name).join(', ');
    throw new PlainError(`There is no run named ${unknown.join(', ')}: choose among ${known}.`);
  }
  const runs = all.filter(({ name }) => names.includes(name));
  // The report of the repository is one of everything at its usual length.
  return { runs, isWhole: seconds === USUAL_SECONDS && values.only === undefined };
}

/**
 * @param {import('./lib/load-result.mjs').PlannedRun[]} runs
 * @param {{ k6: string, dir: string, isStopped: () => boolean }} tools
 */
async function runAll(runs, { isStopped, ...tools }) {
  /** @type {import('./lib/load-result.mjs').LoadResult[]} */
  const results = [];
  for (const run of runs) {
    const begin = Date.now();
    say(`── ${run.name}: ${run.users} users, cache ${run.cache ? 'on' : 'off'} …`);
    results.push(await runLoad(run, tools));
    say(`  done in ${elapsed(begin)}`);
    if (isStopped()) throw new PlainError('Stopped: nothing was written.');
  }
  return results;
}

/**
 * Writes the report with its pictures, and all figures as JSON beside a report that is not the repository's.
 * @param {import('./lib/load-result.mjs').LoadResult[]} results
 * @param {{ k6Version: string, isWhole: boolean }} about
 */
async function writeReport(results, { k6Version, isWhole }) {
  const dir = isWhole ? join(rootDir, 'docs') : join(rootDir, '.data', 'load');
  mkdirSync(join(dir, 'images'), { recursive: true });
  const verdicts = judge(results);
  const drawn = pictures(results);
  for (const { file, svg } of drawn) writeFileSync(join(dir, 'images', file), svg);
  const [first] = results;
  const facts = [...(first?.facts ?? []), { name: 'k6', value: k6Version }];
  const file = join(dir, 'phase1-performance-report.md');
  const report = { results, verdicts, facts, pictures: drawn, pictureDir: 'images' };
  writeFileSync(file, reportText(report));
  if (!isWhole) writeFileSync(join(dir, 'figures.json'), JSON.stringify(results, null, 2));
  const prettier = join(modulesDir, 'prettier/bin/prettier.cjs');
  await runCommand(pinnedNodeFile, [prettier, '--write', file]);
  say(`\nThe report: ${relative(process.cwd(), file)}`);
  return verdicts;
}

async function load() {
  sendProgressTo(process.stdout);
  const { runs, isWhole } = readOptions();
  const k6 = await findK6();
  const dir = makeScratchDir();
  let stopped = false;
  const stopListening = onStopSignals({
    onFirst: () => {
      stopped = true;
      endCommands();
    },
    onSecond: killCommands,
  });
  try {
    const results = await runAll(runs, { k6: k6.file, dir, isStopped: () => stopped });
    const verdicts = await writeReport(results, { k6Version: k6.version, isWhole });
    const missed = verdicts.filter(({ met }) => !met);
    for (const { what, target, measured } of missed) say(`MISSED ${what}: ${measured} (${target})`);
    say(`${verdicts.length - missed.length} of ${verdicts.length} promises kept`);
    return missed.length > 0 ? 1 : 0;
  } finally {
    stopListening();
    rmSync(dir, { recursive: true, force: true });
  }
}

await runMain(() => runOnPinnedNode(fileURLToPath(import.meta.url), load));
