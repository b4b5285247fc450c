import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppLogger } from '../logger/app-logger.js';
import type { RedisClient } from '../redis/connect-redis.js';
import { RedisConnections } from '../redis/redis-connections.js';
import { EVENT_CHANNEL, EventPublisher } from './event-publisher.service.js';
import { EventStreams } from './event-streams.service.js';
import { eventMessageSchema, type UserEvent } from './user-event.js';

const BEAT_MS = 3_000;
/** So many beats were sent and not heard: what this connection hangs on is dead, whatever it says. */
const MOST_UNHEARD = 2;

/** Brings what any process publishes to the pages that this one serves. */
@Injectable()
export class EventSubscriber implements OnApplicationShutdown {
  private readonly redis: RedisClient;
  private readonly beats: NodeJS.Timeout;
  private unheard = 0;
  private connectedBefore = false;

  constructor(
    connections: RedisConnections,
    private readonly publisher: EventPublisher,
    private readonly streams: EventStreams,
    private readonly logger: AppLogger,
  ) {
    publisher.listen((events) => streams.deliver(events));
    this.redis = connections.patient('events');
    // Reconnecting is ioredis's part, subscriptions included; the publisher tells that Redis is away.
    this.redis.on('error', () => undefined);
    this.redis.on('ready', () => this.subscribe());
    this.redis.on('message', (_channel: string, message: string) => this.take(message));
    this.beats = setInterval(() => void this.beat(), BEAT_MS);
    this.beats.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.beats);
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

  /** Only what comes back on it proves a subscription: its server may be frozen, cut off, or have left the cluster. */
  private async beat(): Promise<void> {
    if (this.redis.status !== 'ready') return;
    if (this.unheard >= MOST_UNHEARD) {
      this.unheard = 0;
      this.redis.disconnect(true);
      return;
    }
    this.unheard += 1;
    if (!(await this.publisher.beat())) this.unheard = 0;
  }

  private take(message: string): void {
    const read = readMessage(message);
    if (read === null) return;
    if (read.origin !== this.publisher.origin) return this.streams.deliver(read.events);
    // Others' were lost as well; in a cluster a subscription moves to another node without a word.
    if (this.unheard > 1) this.streams.askToLookAgain();
    this.unheard = 0;
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
