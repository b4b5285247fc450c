import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Has a process of background work yield to others that want the processor: whoever waits for an answer of the API
 * goes first. Best effort: systems that do not allow it run the process like any other.
 * @param pid - that leads a session of its own (spawned `detached`): Linux shares time between sessions first
 *   (`sched_autogroup_enabled`), and the niceness of a process counts only within its session
 */
export function yieldToOthers(pid: number): void {
  const { PRIORITY_BELOW_NORMAL: niceness } = constants.priority;
  attempt(() => setPriority(pid, niceness));
  attempt(() => writeFileSync(`/proc/${pid}/autogroup`, String(niceness)));
}

function attempt(courtesy: () => void): void {
  try {
    courtesy();
  } catch (error) {
    // The process may have ended, the system may not allow it or have no such file.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}
