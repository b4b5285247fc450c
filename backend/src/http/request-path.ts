import type { FastifyRequest } from 'fastify';

const OF_API = /^\/api(?:[/?]|$)/;

/** By its route too: the router reads `/%61pi/` as `/api/`. */
export function isOfApi({ url, routeOptions }: FastifyRequest): boolean {
  return OF_API.test(url) || (routeOptions.url !== undefined && OF_API.test(routeOptions.url));
}
