import { QueryClient } from '@tanstack/react-query';
import { session } from '../lib/http/browser-session';
import { LimitedReads } from '../lib/http/limited-reads';
import { retryDelayMs, shouldRetry } from '../lib/http/retry';

export const queryClient = new QueryClient({
  defaultOptions: {
    // Offline, both fail at once and say so: nothing waits without a word, and nothing is sent later unseen.
    queries: {
      retry: shouldRetry,
      retryDelay: retryDelayMs,
      staleTime: 15_000,
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always' },
  },
});

export const limitedReads = new LimitedReads(queryClient.getQueryCache());

let knownUserId: string | null = null;

/** What one user has seen is never shown to the next; coming back as the same one keeps it. */
session.subscribe(() => {
  const { status, user } = session.snapshot();
  if (status === 'unknown' || status === 'lost') return;
  const userId = user?.id ?? null;
  if (knownUserId !== null && userId !== knownUserId) queryClient.clear();
  knownUserId = userId;
});
