import { readFile } from 'node:fs/promises';

/** What a process uses, where the system tells (Linux). */
export interface ProcessUsage {
  residentMegabytes: number;
  /** Seconds of a processor, not of the clock: a crowded machine costs a process nothing. */
  cpuSeconds: number;
}

/** Linux counts processor time in hundredths of a second for every program. */
const ticksPerSecond = 100;
const kilobytesPerPage = 4;

/** Null elsewhere, or when the process is gone. */
export async function readUsage(pid: number): Promise<ProcessUsage | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name before may hold spaces: fields are counted from its closing bracket.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [userTicks = 0, systemTicks = 0, residentPages = 0] = [
      fields[11],
      fields[12],
      fields[21],
    ];
    return {
      residentMegabytes: (residentPages * kilobytesPerPage) / 1024,
      cpuSeconds: (userTicks + systemTicks) / ticksPerSecond,
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) return null;
    throw error;
  }
}
