import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/** A third of the weight of others: they go first, and on a machine that is never idle it still gets on. */
const NICENESS = 5;

/**
 * Has a process of background work yield to others that want the processor: whoever waits for an answer of the API
 * goes first. Best effort: systems that do not allow it run the process like any other.
 * @param pid - that leads a session of its own (spawned `detached`): Linux shares time between sessions first
 *   (`sched_autogroup_enabled`), and the niceness of a process counts only within its session
 */
export function yieldToOthers(pid: number): void {
  attempt(() => setPriority(pid, NICENESS));
  attempt(() => writeFileSync(`/proc/${pid}/autogroup`, String(NICENESS)));
}

function attempt(courtesy: () => void): void {
  try {
    courtesy();
  } catch (error) {
    // The process may have ended, the system may not allow it or have no such file.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}
