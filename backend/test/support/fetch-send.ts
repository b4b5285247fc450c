import type { Send } from './student.js';

const TIMEOUT_MS = 10_000;

/** Carries requests over the network to a running API; rejects when the connection is lost. */
export function fetchSend(baseUrl: string): Send {
  return async (method, path, { body, token }) => {
    const response = await fetch(new URL(path, baseUrl), {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.status, body: await response.json() };
  };
}
