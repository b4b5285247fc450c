import { setTimeout as pause } from 'node:timers/promises';
import type { Reply } from './student.js';

const RETRY_PAUSE_MS = 50;
const TOO_MANY_REQUESTS = 429;

/**
 * The reply to one request; null when nothing is known of what became of it: the connection was lost,
 * or the server was not there (5xx) or not willing yet (429).
 */
export async function heard<T>(ask: () => Promise<Reply<T>>): Promise<Reply<T> | null> {
  try {
    const reply = await ask();
    return reply.status >= 500 || reply.status === TOO_MANY_REQUESTS ? null : reply;
  } catch (error) {
    const isNetwork =
      error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError;
    if (!isNetwork) throw error;
    return null;
  }
}

/** Asks until there is a reply, as a browser does. */
export async function untilHeard<T>(ask: () => Promise<Reply<T>>): Promise<Reply<T>> {
  for (;;) {
    const reply = await heard(ask);
    if (reply) return reply;
    await pause(RETRY_PAUSE_MS);
  }
}
