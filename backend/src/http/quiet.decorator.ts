import type { FastifyRequest } from 'fastify';
import { routeSettings, settingsOf } from './route-settings.js';

/**
 * A route that everybody calls all the time, and that leaves a record of its own: its access line is written at
 * level debug where it answered well and soon, or the log would hold little else.
 */
export const Quiet = () => routeSettings({ quiet: true });

export function isQuiet(request: FastifyRequest): boolean {
  return settingsOf(request).quiet === true;
}
