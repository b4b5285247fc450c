import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { NO_CHROMIUM, findChromium } from '../lib/chromium.mjs';
import { MISSING_FOR_NGINX, missingForNginx } from '../lib/nginx.mjs';
import { backendDir, frontendDir, modulesDir, pinnedNodeFile } from '../lib/paths.mjs';
import { say } from '../lib/progress.mjs';
import { runCommand } from '../lib/run-command.mjs';

/** @type {import('./static.mjs').Check[]} */
export const suites = [
  { name: 'backend', label: 'Backend: unit and integration tests', run: backendTests },
  { name: 'nginx', label: 'Backend: behind nginx', run: nginxTests },
  { name: 'frontend', label: 'Frontend: unit tests', run: frontendTests },
  { name: 'chaos', label: 'Backend: whole instances, parts of them killed', run: chaosTests },
  { name: 'e2e', label: 'End to end in a real browser', run: endToEndTests },
];

/** @param {string} scratch */
async function backendTests(scratch) {
  await ensureBuilt({ only: 'backend' });
  return vitest({
    scratch,
    name: 'backend',
    cwd: backendDir,
    args: ['--project', 'unit', '--project', 'integration'],
    coverage: true,
  });
}

/** @param {string} scratch */
async function nginxTests(scratch) {
  const missing = missingForNginx();
  if (missing.length > 0) {
    say(`  Left out, as this machine has no ${missing.join(' and no ')}. ${MISSING_FOR_NGINX}`);
    return { passed: 0, failed: 0, output: '' };
  }
  await ensureBuilt();
  return vitest({ scratch, name: 'nginx', cwd: backendDir, args: ['--project', 'nginx'] });
}

/** @param {string} scratch */
function frontendTests(scratch) {
  return vitest({ scratch, name: 'frontend', cwd: frontendDir, args: [], coverage: true });
}

/** @param {string} scratch */
async function chaosTests(scratch) {
  await ensureBuilt();
  return vitest({ scratch, name: 'chaos', cwd: backendDir, args: ['--project', 'chaos'] });
}

/** @param {string} scratch */
async function endToEndTests(scratch) {
  const chromium = findChromium();
  if (!chromium) return { passed: 0, failed: 1, output: NO_CHROMIUM };
  await ensureBuilt();
  const args = ['--config', 'e2e/vitest.config.ts'];
  return vitest({ scratch, name: 'e2e', cwd: frontendDir, args, env: { CHROMIUM_PATH: chromium } });
}

/**
 * Runs one vitest and counts what it ran. A skipped test counts as failed: nobody would see it.
 * @param {{ scratch: string, name: string, cwd: string, args: string[], env?: NodeJS.ProcessEnv, coverage?: boolean }} run
 * @returns {Promise<import('./static.mjs').Outcome>}
 */
async function vitest({ scratch, name, cwd, args, env = {}, coverage = false }) {
  const report = join(scratch, `${name}.json`);
  const coverageDir = join(scratch, `${name}-coverage`);
  const flags = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const measure = [
    '--coverage',
    '--coverage.provider=v8',
    '--coverage.reporter=json-summary',
    `--coverage.reportsDirectory=${coverageDir}`,
  ];
  const words = [
    join(modulesDir, 'vitest', 'vitest.mjs'),
    'run',
    ...args,
    ...flags,
    ...(coverage ? measure : []),
  ];
  const { code, output } = await runCommand(pinnedNodeFile, words, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  if (coverage) sayCoverage(name, join(coverageDir, 'coverage-summary.json'));
  if (!existsSync(report)) return { passed: 0, failed: 1, output };
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  const failed = counts.numFailedTests + counts.numPendingTests + (counts.numTodoTests ?? 0);
  // A file that cannot be loaded, or an error outside any test, fails the run without a failed test.
  return { passed: counts.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, output };
}

/**
 * @param {string} name
 * @param {string} file
 */
function sayCoverage(name, file) {
  if (!existsSync(file)) return;
  const { lines, branches, functions } = JSON.parse(readFileSync(file, 'utf8')).total;
  say(
    `  Coverage ${name}: lines ${lines.pct} %, branches ${branches.pct} %, functions ${functions.pct} %`,
  );
}
