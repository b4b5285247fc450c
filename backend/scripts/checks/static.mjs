import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  backendDir,
  frontendDir,
  modulesDir,
  pinnedNodeFile,
  rootDir,
  scriptsDir,
} from '../lib/paths.mjs';
import { runCommand } from '../lib/run-command.mjs';

/**
 * What a check found: what it says when it failed, and how many tests it stands for.
 * @typedef {{ passed: number, failed: number, output: string }} Outcome
 * @typedef {{ name: string, label: string, run: (scratch: string) => Promise<Outcome> }} Check
 */

/** @type {Check[]} */
export const staticChecks = [
  {
    name: 'format',
    label: 'Format (prettier)',
    run: () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  },
  {
    name: 'lint',
    label: 'Lint with type information (eslint)',
    run: () =>
      tool('eslint/bin/eslint.js', ['--config', '.eslint.config.mjs', '--max-warnings=0', '.']),
  },
  { name: 'rules', label: 'Architecture rules (dependency-cruiser)', run: checkRules },
  {
    name: 'unused',
    label: 'Nothing unused (knip)',
    run: () => tool('knip/bin/knip.js', ['--no-progress']),
  },
  { name: 'types', label: 'Types (tsc)', run: checkTypes },
];

/**
 * @param {string} script below node_modules
 * @param {string[]} args
 */
async function tool(script, args) {
  return outcomeOf(
    await runCommand(pinnedNodeFile, [join(modulesDir, script), ...args], { cwd: rootDir }),
  );
}

/** @param {{ code: number, output: string }} result */
export function outcomeOf({ code, output }) {
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/** With a parser it cannot use, the tool reads no module at all and finds no violation in that. */
async function checkRules() {
  const args = [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err-long',
    'backend/src',
    'frontend/src',
  ];
  const outcome = await tool('dependency-cruiser/bin/dependency-cruiser.mjs', args);
  const modules = Number(/\((\d+) modules/.exec(outcome.output)?.[1] ?? 0);
  if (outcome.failed > 0 || modules >= 20) return outcome;
  return {
    passed: 0,
    failed: 1,
    output: `${outcome.output}\nIt has read only ${modules} modules.`,
  };
}

async function checkTypes() {
  const workerDir = join(frontendDir, 'service-worker');
  const loadDir = join(rootDir, 'load-tests');
  const projects = [backendDir, scriptsDir, frontendDir, workerDir, loadDir].filter((dir) =>
    existsSync(join(dir, 'tsconfig.json')),
  );
  const outcomes = [];
  for (const dir of projects)
    outcomes.push(await tool('typescript/bin/tsc', ['--noEmit', '-p', dir]));
  const output = outcomes.map((outcome) => outcome.output).join('');
  return outcomeOf({ code: outcomes.some((outcome) => outcome.failed > 0) ? 1 : 0, output });
}
