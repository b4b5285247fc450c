import { routeSettings, type Traffic } from '../http/route-settings.js';

/** Puts a route under the limits of its own that its kind of requests has. */
export const RateLimit = (traffic: Traffic) => routeSettings({ traffic });
