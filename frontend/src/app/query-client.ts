import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../lib/http/api-error';
import { session } from '../lib/http/browser-session';

const MAX_RETRIES = 2;

/** What asking again will not change is shown at once: a refusal, or that there is no network. */
function shouldRetry(failures: number, error: Error): boolean {
  const isFinal = error instanceof ApiError ? error.status < 500 : !navigator.onLine;
  return !isFinal && failures < MAX_RETRIES;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // Offline, both fail at once and say so: nothing waits without a word, and nothing is sent later unseen.
    queries: {
      retry: shouldRetry,
      staleTime: 15_000,
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always' },
  },
});

let knownUserId: string | null = null;

/** What one user has seen is never shown to the next; coming back as the same one keeps it. */
session.subscribe(() => {
  const { status, user } = session.snapshot();
  if (status === 'unknown' || status === 'lost') return;
  const userId = user?.id ?? null;
  if (knownUserId !== null && userId !== knownUserId) queryClient.clear();
  knownUserId = userId;
});
