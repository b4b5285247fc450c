import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import type { AppLogger } from '../logger/app-logger.js';

/** Longer than any statement of ours; those that Prisma writes can name a great many columns. */
const TEXT_MAX = 4000;

type Call = (...parts: unknown[]) => unknown;

/**
 * Logs every statement on this pool's connections that takes at least so long, Prisma's too, whether it succeeds or
 * not: how long the database took, and the template. Never a value: those travel apart from the text.
 */
export function logSlowQueries(pool: pg.Pool, thresholdMs: number, logger: AppLogger): void {
  keepContextWhileWaiting(pool);
  pool.on('connect', (client) => {
    const run = client.query.bind(client) as Call;
    const timed: Call = (...parts) => {
      const begin = performance.now();
      const asAsked = AsyncLocalStorage.snapshot();
      const ended = (failed: boolean) => {
        const durationMs = performance.now() - begin;
        if (durationMs < thresholdMs) return;
        asAsked(() => {
          const statement = describe(parts[0]);
          logger.warn('slow query', { durationMs: Math.round(durationMs), failed, ...statement });
        });
      };
      const callback = parts.at(-1);
      if (typeof callback === 'function') {
        const answer = callback as Call;
        parts[parts.length - 1] = (error: unknown, result: unknown) => {
          ended(Boolean(error));
          answer(error, result);
        };
        return run(...parts);
      }
      const result = run(...parts);
      if (result instanceof Promise) {
        result.then(
          () => ended(false),
          () => ended(true),
        );
      }
      return result;
    };
    client.query = timed as typeof client.query;
  });
}

/** Whoever waits for a connection is called by the request that gives it back, in that one's context. */
function keepContextWhileWaiting(pool: pg.Pool): void {
  const connect = pool.connect.bind(pool) as Call;
  pool.connect = ((callback?: Call) =>
    connect(callback && AsyncLocalStorage.bind(callback))) as typeof pool.connect;
}

/** Statements come as text, or as an object with a text and, where it is prepared, a name. */
function describe(query: unknown): { statement: string | null; sql: string } {
  const { name, text } =
    typeof query === 'string' ? { text: query } : (query as { name?: string; text?: string });
  const sql = (text ?? '').replace(/\s+/g, ' ').trim();
  return { statement: name ?? null, sql: sql.slice(0, TEXT_MAX) };
}
