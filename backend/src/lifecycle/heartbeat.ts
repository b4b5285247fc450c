import { writeFileSync } from 'node:fs';

const EVERY_MS = 5_000;

/**
 * Writes `file` anew every 5 s for as long as this process gets round to it: for a supervisor that cannot ask it
 * anything and restarts it once the file is old. Throws when the file cannot be written at the start.
 */
export function beatInto(file: string): void {
  const beat = () => writeFileSync(file, new Date().toISOString());
  beat();
  setInterval(beat, EVERY_MS).unref();
}
