import type { QueryCache } from '@tanstack/react-query';
import { limitedSeconds } from './retry';

/**
 * Until when what is to be shown waits because the server takes no more requests for now. Reads that have
 * something to show already wait unseen.
 */
export class LimitedReads {
  /** By query: the end of its wait, on the monotonic clock of this page. */
  private readonly waits = new Map<string, number>();
  private readonly listeners = new Set<() => void>();

  constructor(cache: QueryCache) {
    cache.subscribe((event) => {
      const { queryHash, state } = event.query;
      const isOver = state.fetchStatus === 'idle' || state.data !== undefined;
      if (event.type === 'removed' || isOver) this.end(queryHash);
      else if (event.type === 'updated' && event.action.type === 'failed') {
        const seconds = limitedSeconds(event.action.error);
        if (seconds !== null) this.begin(queryHash, performance.now() + seconds * 1_000);
      }
    });
  }

  /** When the last of them goes on (performance.now()); null: none waits. */
  snapshot = (): number | null => (this.waits.size === 0 ? null : Math.max(...this.waits.values()));

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private begin(hash: string, untilMs: number): void {
    this.waits.set(hash, untilMs);
    this.tell();
  }

  private end(hash: string): void {
    if (this.waits.delete(hash)) this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
