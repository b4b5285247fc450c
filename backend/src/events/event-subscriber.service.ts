import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppLogger } from '../logger/app-logger.js';
import type { RedisClient } from '../redis/connect-redis.js';
import { RedisConnections } from '../redis/redis-connections.js';
import { EVENT_CHANNEL, EventPublisher } from './event-publisher.service.js';
import { EventStreams } from './event-streams.service.js';
import { eventMessageSchema, type UserEvent } from './user-event.js';

/** No byte for so long on a connection that is asked every few seconds: the server is gone or frozen. */
const SILENCE_MS = 10_000;
const PING_MS = 3_000;

/** Brings what any process publishes to the pages that this one serves. */
@Injectable()
export class EventSubscriber implements OnApplicationShutdown {
  private readonly redis: RedisClient;
  private readonly pings: NodeJS.Timeout;
  private connectedBefore = false;

  constructor(
    connections: RedisConnections,
    private readonly publisher: EventPublisher,
    private readonly streams: EventStreams,
    private readonly logger: AppLogger,
  ) {
    publisher.listen((events) => streams.deliver(events));
    this.redis = connections.patient('events', { socketTimeout: SILENCE_MS });
    // Reconnecting is ioredis's part, subscriptions included; the publisher tells that Redis is away.
    this.redis.on('error', () => undefined);
    this.redis.on('ready', () => this.subscribe());
    this.redis.on('message', (_channel: string, message: string) => this.take(message));
    this.pings = setInterval(() => void this.ping(), PING_MS);
    this.pings.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.pings);
    this.redis.disconnect();
  }

  private subscribe(): void {
    this.redis.subscribe(EVENT_CHANNEL).then(
      () => {
        // What was published meanwhile is lost: the pages look again.
        if (this.connectedBefore) this.streams.askToLookAgain();
        this.connectedBefore = true;
      },
      (error: unknown) => this.logger.warn('events of other processes do not arrive', { error }),
    );
  }

  /** Keeps a healthy connection from counting as silent. */
  private async ping(): Promise<void> {
    if (this.redis.status !== 'ready') return;
    await this.redis.ping().catch(() => undefined);
  }

  private take(message: string): void {
    const read = readMessage(message);
    if (read && read.origin !== this.publisher.origin) this.streams.deliver(read.events);
  }
}

/** Null for what none of our processes has written. */
function readMessage(message: string): { origin: string; events: UserEvent[] } | null {
  try {
    return eventMessageSchema.safeParse(JSON.parse(message)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
