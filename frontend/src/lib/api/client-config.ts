import { createApiFetch } from '../http/api-fetch';
import { session } from '../http/browser-session';
import type { CreateClientConfig } from './generated/client.gen';

const apiFetch = createApiFetch(session);

/** Called by the generated client when it is made: every call goes through our fetch, on our own origin. */
export const createClientConfig: CreateClientConfig = (config) => ({
  ...config,
  baseUrl: window.location.origin,
  fetch: (input, init) => apiFetch(input instanceof Request ? input : new Request(input, init)),
});
