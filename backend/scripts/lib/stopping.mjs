import { endCommands } from './run-command.mjs';

const TOOLS_GRACE_MS = 1000;
const REDIS_GRACE_MS = 500;
const POSTGRES_GRACE_MS = 900;
/** On top of the drain time, for a process that has drained to the last moment and then exits. */
const EXIT_MS = 250;

/**
 * Stops the parts in the order in which they need each other: API and worker (told at once, the
 * API first, since both may take the whole drain time), then Redis, then Postgres.
 * @param {import('./instance.mjs').Parts} parts
 * @param {number} drainSeconds
 */
export async function stopParts(parts, drainSeconds) {
  endCommands();
  await parts.tools?.stop(TOOLS_GRACE_MS);
  const graceMs = drainSeconds * 1000 + EXIT_MS;
  await Promise.all([parts.api?.stop(graceMs), parts.worker?.stop(graceMs)]);
  await parts.redis?.stop(REDIS_GRACE_MS);
  await parts.postgres?.stop(POSTGRES_GRACE_MS);
}

/**
 * Ends the parts now. Nothing acknowledged is lost even so: Postgres recovers from its log.
 * @param {import('./instance.mjs').Parts} parts
 */
export function abandonParts(parts) {
  parts.tools?.abandon('SIGKILL');
  parts.api?.abandon('SIGKILL');
  parts.worker?.abandon('SIGKILL');
  parts.redis?.abandon('SIGTERM');
  parts.postgres?.abandon('SIGQUIT');
}
