import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/**
 * A route that everybody calls all the time, and that leaves a record of its own: its access line is written at
 * level debug where it answered well and soon, or the log would hold little else.
 */
export const Quiet = () => RouteConfig({ quiet: true });

export function isQuiet(request: FastifyRequest): boolean {
  return (request.routeOptions.config as { quiet?: boolean }).quiet === true;
}
