import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Authenticator } from '../http/principal.js';
import { AppError } from '../shared/app-error.js';
import type { UserEvent } from './user-event.js';

export const STREAMS_PER_USER = 5;
const HEARTBEAT_MS = 15_000;
/** With the 3 s that a session's standing is remembered, a sign-out ends its streams within 5 s. */
const CHECK_MS = 1_500;
/** Characters that a page may leave unread; it then begins again and looks at everything anew. */
const MOST_UNREAD = 64 * 1024;
const RECONNECT_MS = 2_000;
/** What the end of a stream may take to be on its way, and to be taken by pages that read slowly. */
const FLUSH_MS = 50;
const LAST_WORD_MS = 1_000;

interface OpenStream {
  userId: string;
  token: string;
  output: Readable;
}

/** The pages of this process that listen, by user. */
@Injectable()
export class EventStreams implements OnModuleDestroy {
  private readonly byUser = new Map<string, Set<OpenStream>>();
  private readonly heartbeat: NodeJS.Timeout;
  private readonly checks: NodeJS.Timeout;
  private closing = false;
  private checking = false;

  constructor(private readonly authenticator: Authenticator) {
    this.heartbeat = setInterval(() => this.writeToAll(': still here\n\n'), HEARTBEAT_MS);
    this.checks = setInterval(() => void this.endSignedOut(), CHECK_MS);
    this.heartbeat.unref();
    this.checks.unref();
  }

  /**
   * A stream of server-sent events for a page that proved itself with `token`. It ends when the token is no longer
   * good, when the page does not read, or at shut-down.
   * @throws AppError TOO_MANY_STREAMS (429) or SHUTTING_DOWN (503)
   */
  open(userId: string, token: string): Readable {
    if (this.closing) throw shuttingDown();
    const streams = this.byUser.get(userId) ?? new Set();
    if (streams.size >= STREAMS_PER_USER) throw tooManyStreams();
    const stream = { userId, token, output: new Readable({ read: () => undefined }) };
    streams.add(stream);
    this.byUser.set(userId, streams);
    stream.output.once('close', () => this.forget(stream));
    // A page that leaves in the middle of an event is nobody's fault.
    stream.output.on('error', () => undefined);
    stream.output.push(`retry: ${RECONNECT_MS}\nevent: ready\ndata: {}\n\n`);
    return stream.output;
  }

  /** Writes each event to its user's pages here; where there are none it goes nowhere. */
  deliver(events: readonly UserEvent[]): void {
    for (const { userId, type, data } of events) {
      const text = `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
      for (const stream of this.byUser.get(userId) ?? []) write(stream, text);
    }
  }

  /** Events may have been lost: every page asks for what it shows. */
  askToLookAgain(): void {
    this.writeToAll('event: look-again\ndata: {}\n\n');
  }

  /** Ends every stream, and waits a moment for the pages to have been told: connections are closed next. */
  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    clearInterval(this.heartbeat);
    clearInterval(this.checks);
    const told = this.all().map(({ output }) => {
      const closed = new Promise((resolve) => output.once('close', resolve));
      output.push(null);
      return closed;
    });
    if (told.length > 0)
      await Promise.race([Promise.all(told).then(() => delay(FLUSH_MS)), delay(LAST_WORD_MS)]);
  }

  private all(): OpenStream[] {
    return [...this.byUser.values()].flatMap((streams) => [...streams]);
  }

  private writeToAll(text: string): void {
    for (const stream of this.all()) write(stream, text);
  }

  private async endSignedOut(): Promise<void> {
    if (this.checking) return;
    this.checking = true;
    // All at once: their sessions are then looked up together.
    await Promise.all(
      this.all().map(async ({ token, output }) => {
        if (!(await this.isGood(token))) output.push(null);
      }),
    );
    this.checking = false;
  }

  /** A database that does not answer ends nothing: that is asked again. */
  private async isGood(token: string): Promise<boolean> {
    try {
      await this.authenticator.authenticate(token);
      return true;
    } catch (error) {
      return !(error instanceof AppError && error.kind === 'unauthenticated');
    }
  }

  private forget(stream: OpenStream): void {
    const streams = this.byUser.get(stream.userId);
    streams?.delete(stream);
    if (streams?.size === 0) this.byUser.delete(stream.userId);
  }
}

function write({ output }: OpenStream, text: string): void {
  if (output.readableLength > MOST_UNREAD) output.destroy();
  else if (!output.readableEnded && !output.destroyed) output.push(text);
}

function tooManyStreams(): AppError {
  return new AppError(
    'TOO_MANY_STREAMS',
    'rate-limited',
    `At most ${STREAMS_PER_USER} pages of one user can listen at a time.`,
    { retryAfterSeconds: 60 },
  );
}

function shuttingDown(): AppError {
  return new AppError('SHUTTING_DOWN', 'unavailable', 'This instance is stopping. Try again.', {
    retryAfterSeconds: 1,
  });
}
