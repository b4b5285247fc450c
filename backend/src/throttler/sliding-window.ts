/** One limit that a request counts against: at most `limit` in any `windowSeconds`. */
export interface WindowLimit {
  key: string;
  limit: number;
  windowSeconds: number;
  /** What holds in this process alone while Redis is away; the same as `limit` unless it must be stricter. */
  fallbackLimit?: number;
}

/** What came of counting one request. `retryAfterSeconds` is 0 when it was allowed. */
export interface WindowResult {
  allowed: boolean;
  /** The limit that refused, else the one closest to doing so. */
  limit: WindowLimit;
  hits: number;
  retryAfterSeconds: number;
  /** Takes the request off the count again. */
  refund(): Promise<void>;
}

/** Counts requests in sliding windows. */
export interface SlidingWindow {
  /** Counts one request against all `limits` or, when one of them is spent, against none. */
  hit(limits: readonly WindowLimit[]): Promise<WindowResult>;
}
