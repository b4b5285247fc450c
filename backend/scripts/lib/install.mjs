import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { withCloneLock } from './lock.mjs';
import { modulesDir, pinnedNodeFile, rootDir } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { say, step } from './progress.mjs';
import { runCommand, tail } from './run-command.mjs';

/** Notes of what was made from what; inside node_modules, since they are worth nothing without it. */
export const stampsDir = join(modulesDir, '.quizmaster');
const OLDEST_NODE = 20;

/** Installs the packages when the lock file says others than those that are there. */
export async function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new PlainError(
      `QuizMaster needs Node ${OLDEST_NODE} or newer; this is ${process.version}.`,
    );
  }
  if (isInstalled()) return;
  await withCloneLock('install', say, async () => {
    // The one waited for may have done it.
    if (isInstalled()) return;
    await step('Installing packages (first time: about a minute)', install);
    writeStamp('install', wantedPackages());
  });
}

/** @param {string} name */
export function readStamp(name) {
  const file = join(stampsDir, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/**
 * @param {string} name
 * @param {string} value
 */
export function writeStamp(name, value) {
  mkdirSync(stampsDir, { recursive: true });
  writeFileSync(join(stampsDir, name), value);
}

function isInstalled() {
  if (!existsSync(pinnedNodeFile)) return false;
  if (readStamp('install') === wantedPackages()) return true;
  if (!matchesLockFile()) return false;
  writeStamp('install', wantedPackages());
  return true;
}

function wantedPackages() {
  return contentHash([join(rootDir, 'package-lock.json')]);
}

/** Whether npm's own record of what it installed agrees with the lock file. */
function matchesLockFile() {
  const [wanted, present] = [
    join(rootDir, 'package-lock.json'),
    join(modulesDir, '.package-lock.json'),
  ];
  if (!existsSync(wanted) || !existsSync(present)) return false;
  const installed = JSON.parse(readFileSync(present, 'utf8')).packages;
  const entries = Object.entries(JSON.parse(readFileSync(wanted, 'utf8')).packages);
  return entries
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link && !entry.optional)
    .every(([path, entry]) => installed[path]?.version === entry.version || entry.devOptional);
}

async function install() {
  const args = ['ci', '--include=dev', '--loglevel=error', '--no-fund', '--no-audit'];
  // The npm that started this command, so that the one on PATH need not be another.
  const own = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : null;
  const env = { ...process.env, npm_config_loglevel: 'error' };
  const { code, output } = own
    ? await runCommand(process.execPath, [own, ...args], { env })
    : await runCommand('npm', args, { env });
  if (code !== 0) throw new PlainError(`The packages could not be installed:\n${tail(output, 8)}`);
  if (!existsSync(pinnedNodeFile)) {
    throw new PlainError(
      'The packages were installed without their install scripts, so there is no Node 24 in node_modules: allow scripts (npm config set ignore-scripts false) and run npm ci again.',
    );
  }
}
