import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { waitUntil } from './wait.mjs';

/**
 * Whether a process runs. One that has ended but that nobody has collected yet (a zombie, usual
 * for orphans in a container) counts as ended.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
  return procStat(pid)?.state !== 'Z';
}

/**
 * A mark that tells a process from a later one with the same number: when it was started.
 * @param {number} pid
 * @returns {string | null} null when there is no such process
 */
export function birthMark(pid) {
  if (!isAlive(pid)) return null;
  return procStat(pid)?.startTicks ?? (ps(pid, 'lstart=') || null);
}

/**
 * The command line of a process, words separated by spaces; empty when it has ended.
 * @param {number} pid
 */
export function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    // No /proc on this system, or no such process: ps answers both.
    return ps(pid, 'command=');
  }
}

/**
 * Sends a signal; a process that has ended already is fine.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Asks a process to end, and kills it when it has not within the grace period.
 * @param {number} pid
 * @param {{ signal?: NodeJS.Signals, graceMs: number }} how
 */
export async function endProcess(pid, { signal = 'SIGTERM', graceMs }) {
  if (!isAlive(pid)) return;
  sendSignal(pid, signal);
  // A process that a test has frozen can only obey once it goes on.
  sendSignal(pid, 'SIGCONT');
  if (await waitUntil(() => !isAlive(pid), { timeoutMs: graceMs })) return;
  sendSignal(pid, 'SIGKILL');
  await waitUntil(() => !isAlive(pid), { timeoutMs: 2000 });
}

/**
 * Sends a signal to a process and to all that it has started, and they in turn. Frozen or killed in this order nobody
 * starts another meanwhile, and nobody hears of the end of the others.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signalTree(pid, signal) {
  if (signal === 'SIGCONT') {
    for (const one of descendants(pid).reverse()) sendSignal(one, signal);
    return sendSignal(pid, signal);
  }
  sendSignal(pid, 'SIGSTOP');
  for (const one of descendants(pid)) sendSignal(one, signal);
  sendSignal(pid, signal);
}

/**
 * All processes below one, nearest first.
 * @param {number} pid
 */
function descendants(pid) {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const all = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const found = [pid];
  for (const parent of found) {
    found.push(...all.filter(([, ppid]) => ppid === parent).map(([child]) => child ?? 0));
  }
  return found.slice(1);
}

/** @param {number} pid */
function procStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in brackets and may itself hold spaces and brackets.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], startTicks: fields[19] ?? null };
  } catch {
    return null;
  }
}

/**
 * @param {number} pid
 * @param {string} column
 */
function ps(pid, column) {
  return (
    spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
  );
}
