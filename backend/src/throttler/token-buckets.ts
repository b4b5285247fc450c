import { LRUCache } from 'lru-cache';

export interface TokenBucketsOptions {
  /** Tokens in a bucket that nobody has used for a while. */
  burst: number;
  /** Seconds in which one token comes back. */
  refillSeconds: number;
  /** How many buckets are kept; the one used longest ago is the first to be forgotten, as if it were full. */
  maxKeys: number;
  /** A clock in milliseconds that never goes back. */
  now?: () => number;
}

/**
 * Token buckets in this process. Asking and taking are apart, so that what turns out to cost nothing is never
 * charged; many at once may therefore take more than there is, and the debt is waited for.
 */
export class TokenBuckets {
  /** When each bucket will be full again. */
  private readonly fullAt: LRUCache<string, number>;
  private readonly refillMs: number;
  private readonly now: () => number;

  constructor(private readonly options: TokenBucketsOptions) {
    this.fullAt = new LRUCache({ max: options.maxKeys });
    this.refillMs = options.refillSeconds * 1000;
    this.now = options.now ?? (() => performance.now());
  }

  /** Seconds until there is a token; 0: there is one. */
  waitSeconds(key: string): number {
    const fullAt = this.fullAt.peek(key) ?? 0;
    const missingMs = Math.max(0, fullAt - this.now());
    return Math.max(0, missingMs - (this.options.burst - 1) * this.refillMs) / 1000;
  }

  /** Whole tokens that are there now, and seconds until there is one more (0: the bucket is full). */
  left(key: string): { tokens: number; nextSeconds: number } {
    const missingMs = Math.max(0, (this.fullAt.peek(key) ?? 0) - this.now());
    const missing = Math.ceil(missingMs / this.refillMs);
    return {
      tokens: Math.max(0, this.options.burst - missing),
      nextSeconds: (missingMs - Math.max(0, missing - 1) * this.refillMs) / 1000,
    };
  }

  /** The bucket is full again. */
  refill(key: string): void {
    this.fullAt.delete(key);
  }

  take(key: string): void {
    const now = this.now();
    this.fullAt.set(key, Math.max(now, this.fullAt.peek(key) ?? 0) + this.refillMs);
  }
}
