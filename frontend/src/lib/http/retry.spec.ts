import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerJson, startApiServer } from '../../testing/api-server';
import { ApiError, readApiError } from './api-error';
import { LimitedReads } from './limited-reads';
import { retryDelayMs, shouldRetry } from './retry';

const limited = (retryAfterSeconds: number | null) =>
  new ApiError({
    status: 429,
    code: 'RATE_LIMITED',
    detail: '',
    requestId: null,
    retryAfterSeconds,
  });
const broken = new ApiError({ status: 503, code: 'DB_UNAVAILABLE', detail: '', requestId: null });

describe('a read that is refused for now', () => {
  it('is tried again when the server said, or a little later, never sooner', () => {
    expect(shouldRetry(0, limited(30))).toBe(true);
    expect(retryDelayMs(0, limited(30), 0)).toBe(30_000);
    expect(retryDelayMs(3, limited(30), 1)).toBe(33_000);
  });

  it('is told of instead where the wait is longer than anybody waits, or is not known', () => {
    expect(shouldRetry(0, limited(600))).toBe(false);
    expect(shouldRetry(0, limited(null))).toBe(false);
  });

  it('is given up when waiting does not help', () => {
    expect(shouldRetry(4, limited(1))).toBe(true);
    expect(shouldRetry(5, limited(1))).toBe(false);
  });

  it('waits longer after each failure of the server, and is tried three times in all', () => {
    expect([0, 1, 2].map((failures) => shouldRetry(failures, broken))).toEqual([true, true, false]);
    expect([0, 1].map((failures) => retryDelayMs(failures, broken))).toEqual([1_000, 2_000]);
  });
});

describe('a page whose reads are refused for now', () => {
  let server: Awaited<ReturnType<typeof startApiServer>>;
  let askedAt: number[];
  let client: QueryClient;

  beforeEach(async () => {
    askedAt = [];
    client = new QueryClient({
      defaultOptions: { queries: { retry: shouldRetry, retryDelay: retryDelayMs, gcTime: 0 } },
    });
    server = await startApiServer((_, response) => {
      askedAt.push(performance.now());
      if (askedAt.length > 1) return answerJson(response, 200, { items: ['a quiz'] });
      answerJson(response, 429, { code: 'RATE_LIMITED' }, { 'retry-after': '1' });
    });
  });
  afterEach(async () => {
    client.clear();
    await server.stop();
  });

  const options = () => ({
    queryKey: ['quizzes'],
    queryFn: async (): Promise<unknown> => {
      const response = await fetch(server.origin);
      if (!response.ok) throw await readApiError(response);
      return response.json();
    },
  });

  it('says that it waits, goes on by itself when the server said, and says so no more', async () => {
    const reads = new LimitedReads(client.getQueryCache());
    const told: (number | null)[] = [];
    reads.subscribe(() => told.push(reads.snapshot()));
    expect(await client.fetchQuery(options())).toEqual({ items: ['a quiz'] });
    const [first = 0, second = 0] = askedAt;
    expect(second - first).toBeGreaterThanOrEqual(1_000);
    expect(told).toEqual([expect.closeTo(first + 1_000, -3), null]);
  });

  it('shows what it has and says nothing while it only looks for news', async () => {
    client.setQueryData(['quizzes'], { items: ['seen before'] });
    const reads = new LimitedReads(client.getQueryCache());
    const told: (number | null)[] = [];
    reads.subscribe(() => told.push(reads.snapshot()));
    const shown: unknown[] = [];
    const observer = new QueryObserver(client, options());
    await new Promise<void>((done) => {
      const end = observer.subscribe(({ data, isFetching }) => {
        shown.push(data);
        if (isFetching || askedAt.length < 2) return;
        end();
        done();
      });
    });
    expect(shown[0]).toEqual({ items: ['seen before'] });
    expect(shown.at(-1)).toEqual({ items: ['a quiz'] });
    expect(shown).not.toContain(undefined);
    expect(told).toEqual([]);
  });

  it('is silent again where the page that waited is left', async () => {
    const reads = new LimitedReads(client.getQueryCache());
    const waits = new Promise<void>((done) => {
      const end = reads.subscribe(() => {
        end();
        done();
      });
    });
    const reading = client.fetchQuery(options());
    reading.catch(() => undefined);
    await waits;
    expect(reads.snapshot()).not.toBeNull();
    await client.cancelQueries();
    expect(reads.snapshot()).toBeNull();
  });
});
