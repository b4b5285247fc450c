import type { Session } from './session';

export interface ServerEvent {
  type: string;
  data: unknown;
}

interface EventStreamOptions {
  session: Session;
  onEvent: (event: ServerEvent) => void;
  /** Whether events arrive; while they do not, ask now and then instead. */
  onConnected: (connected: boolean) => void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** The server says something every 15 s. */
const SILENCE_MS = 40_000;

/**
 * Listens to the server's events until the returned function is called; connects again by itself. The browser's own
 * EventSource cannot send the token in a header, and in the address it would end up in logs.
 */
export function listenToEvents(options: EventStreamOptions): () => void {
  const ended = new AbortController();
  void keepListening(options, ended.signal);
  return () => ended.abort();
}

async function keepListening(options: EventStreamOptions, ended: AbortSignal): Promise<void> {
  let waitMs = FIRST_WAIT_MS;
  while (!ended.aborted) {
    const heard = await listenOnce(options, ended);
    if (ended.aborted) return;
    options.onConnected(false);
    waitMs = heard ? FIRST_WAIT_MS : Math.min(waitMs * 2, LONGEST_WAIT_MS);
    await waitOr(ended, waitMs * (0.5 + Math.random() / 2));
  }
}

/** One connection from its beginning to its end; whether anything was heard. */
async function listenOnce(options: EventStreamOptions, ended: AbortSignal): Promise<boolean> {
  const silent = new AbortController();
  const signal = AbortSignal.any([ended, silent.signal]);
  let timer = setTimeout(() => silent.abort(), SILENCE_MS);
  try {
    const response = await connect(options.session, signal);
    if (!response?.ok || !response.body) return false;
    options.onConnected(true);
    const read = eventReader(options.onEvent);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), SILENCE_MS);
      read(part.value);
    }
    return true;
  } catch {
    // No connection, or it broke: the next one is tried after a while.
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** The answer, with a token that was renewed once if need be; null when nobody is signed in. */
async function connect(session: Session, signal: AbortSignal): Promise<Response | null> {
  const token = await session.accessToken();
  if (token === null) return null;
  const response = await ask(token, signal);
  if (response.status !== 401) return response;
  const renewed = await session.refresh(token);
  return renewed === null ? null : ask(renewed, signal);
}

function ask(token: string, signal: AbortSignal): Promise<Response> {
  return fetch('/api/events', {
    headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' },
    cache: 'no-store',
    signal,
  });
}

/** Takes the stream's text in pieces as they come, and tells of each event that is whole. */
export function eventReader(onEvent: (event: ServerEvent) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const type = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (type !== undefined && data !== undefined) onEvent({ type, data: parse(data) });
    }
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not written by our server: an event of this type without anything to know about it.
    return null;
  }
}

function waitOr(ended: AbortSignal, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    ended.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
