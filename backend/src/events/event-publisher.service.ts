import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppLogger } from '../logger/app-logger.js';
import type { GuardedRedis } from '../redis/guarded-redis.js';
import { RedisConnections } from '../redis/redis-connections.js';
import type { UserEvent } from './user-event.js';

/** Where the processes tell one another of events. */
export const EVENT_CHANNEL = 'quizmaster:events';
/** Of one message; a change for a whole school is several. */
const EVENTS_PER_MESSAGE = 200;

/**
 * Tells users' open pages what has happened. Publish after the commit. An event that is lost loses no data: pages
 * ask again by themselves.
 */
@Injectable()
export class EventPublisher implements OnApplicationShutdown {
  /** Marks what this process has sent, so that it does not take it for another's. */
  readonly origin = randomUUID();
  private readonly redis: GuardedRedis;
  private readonly listeners = new Set<(events: readonly UserEvent[]) => void>();

  constructor(connections: RedisConnections, logger: AppLogger) {
    this.redis = connections.guarded('events', {
      onAway: (reason) => logger.warn('events reach this process alone', { reason }),
    });
    this.redis.connect();
  }

  /** Calls `listener` with all that is published in this process. */
  listen(listener: (events: readonly UserEvent[]) => void): void {
    this.listeners.add(listener);
  }

  /** Never fails: while Redis is away only the pages that this process serves are told. */
  async publish(events: readonly UserEvent[]): Promise<void> {
    for (const listener of this.listeners) listener(events);
    for (let from = 0; from < events.length; from += EVENTS_PER_MESSAGE) {
      const part = events.slice(from, from + EVENTS_PER_MESSAGE);
      const message = JSON.stringify({ origin: this.origin, events: part });
      await this.redis.attempt((redis) => redis.publish(EVENT_CHANNEL, message));
    }
  }

  /** Says nothing, for the subscriber of this process to hear; false while Redis is away. */
  async beat(): Promise<boolean> {
    const message = JSON.stringify({ origin: this.origin, events: [] });
    return (await this.redis.attempt((redis) => redis.publish(EVENT_CHANNEL, message))) !== null;
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}
