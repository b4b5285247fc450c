/** Whether a process runs; one that has ended but was not collected (a zombie) does not. */
export function isAlive(pid: number): boolean;
/** A mark that tells a process from a later one with the same number; null when there is none. */
export function birthMark(pid: number): string | null;
/** The command line of a process, words separated by spaces; empty when it has ended. */
export function commandLine(pid: number): string;
/** Sends a signal; a process that has ended already is fine. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void;
export function signalTree(pid: number, signal: NodeJS.Signals): void;
/** Asks a process to end, and kills it when it has not within the grace period. */
export function endProcess(
  pid: number,
  how: { signal?: NodeJS.Signals; graceMs: number },
): Promise<void>;
