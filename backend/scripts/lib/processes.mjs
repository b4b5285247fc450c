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
