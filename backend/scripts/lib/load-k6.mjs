import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { rootDir } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { say, step } from './progress.mjs';
import { onPath } from './redis-server.mjs';
import { runCommand, tail } from './run-command.mjs';

const MODULE = 'go.k6.io/k6@v1.8.1';
const THRESHOLDS_MISSED = 99;
const HOW_TO_GET =
  'Load tests need k6: install it (https://grafana.com/docs/k6/latest/set-up/install-k6/) so that it is on the PATH, or install Go and run this again.';

/**
 * The k6 of the PATH or of Go's folder of programs; built with Go where there is none.
 * @returns {Promise<{ file: string, version: string }>}
 */
export async function findK6() {
  const found = await firstThatRuns();
  if (found) return found;
  if ((await runCommand('go', ['version'])).code !== 0) throw new PlainError(HOW_TO_GET);
  const made = await step(`Building ${MODULE} with Go, once`, () =>
    runCommand('go', ['install', MODULE]),
  );
  const built = made.code === 0 ? await firstThatRuns() : null;
  if (built) return built;
  throw new PlainError(`${HOW_TO_GET}\nGo said: ${tail(made.output, 3)}`);
}

async function firstThatRuns() {
  for (const file of candidates()) {
    const { code, output } = await runCommand(file, ['version']);
    if (code === 0) return { file, version: /v\d+\.\d+\.\d+/.exec(output)?.[0] ?? output.trim() };
  }
  return null;
}

function candidates() {
  const { GOBIN, GOPATH } = process.env;
  const goBin = GOBIN || join(GOPATH?.split(delimiter)[0] || join(homedir(), 'go'), 'bin');
  return [onPath(['k6']) ?? [], join(goBin, 'k6')].flat().filter((file) => existsSync(file));
}

/**
 * Runs a script of load-tests/ to its end; what it has to say is shown. True when all its thresholds were met.
 * @param {string} k6 the program
 * @param {string} script name of the file
 * @param {Record<string, string | number>} settings what the script reads as `__ENV`
 */
export async function runK6(k6, script, settings) {
  const given = Object.entries(settings).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  const quiet = ['--quiet', '--no-color', '--no-usage-report', '--address', '127.0.0.1:0'];
  const { code, output } = await runCommand(
    k6,
    ['run', ...quiet, ...given, join(rootDir, 'load-tests', script)],
    { cwd: rootDir },
  );
  if (code !== 0 && code !== THRESHOLDS_MISSED) {
    throw new PlainError(`k6 could not run ${script} (code ${code}):\n${tail(output, 10)}`);
  }
  for (const line of output.trimEnd().split('\n')) say(`  ${line}`);
  return code === 0;
}
