import { setTimeout as delay } from 'node:timers/promises';

const EVERY_MS = 50;
const PATIENCE_MS = 30_000;

/** Looks again and again until `look` gives something; an error that names `what` when it never does. */
export async function until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const seen = await look();
    if (seen !== null) return seen;
    await delay(EVERY_MS);
  }
  throw new Error(`waited ${String(PATIENCE_MS / 1_000)} s in vain until ${what}`);
}
