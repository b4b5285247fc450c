import { SetMetadata } from '@nestjs/common';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import type { FastifyRequest } from 'fastify';

/** What hooks want to know of a route before anything of it runs. */
export interface RouteSettings {
  /** Its access line is written at level debug where it answered well and soon. */
  quiet?: boolean;
  /** Under which limits its requests are; those of everything else when left out. */
  traffic?: Traffic;
}

/** Kinds of requests that have limits of their own. */
export type Traffic =
  | 'general'
  | 'upload'
  | 'client-report'
  | 'session'
  | 'submit'
  | 'events'
  | 'poll'
  | 'media'
  | 'health'
  | 'autosave';

/** Adds to the settings of a route, or of every route of a controller. */
export function routeSettings(settings: RouteSettings): MethodDecorator {
  return (target, name, descriptor) => {
    const handler = descriptor.value as object;
    const known = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) as unknown;
    const all = { ...(known as RouteSettings | undefined), ...settings };
    SetMetadata(FASTIFY_ROUTE_CONFIG_METADATA, all)(target, name, descriptor);
  };
}

/** The settings of the route that a request was matched to. */
export function settingsOf(request: FastifyRequest): RouteSettings {
  return request.routeOptions.config as RouteSettings;
}
