import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../lib/http/api-error';
import { session } from '../lib/http/browser-session';

const MAX_RETRIES = 2;

/** Answers that will not change by asking again are shown at once. */
function shouldRetry(failures: number, error: Error): boolean {
  const isFinal = error instanceof ApiError && error.status < 500;
  return !isFinal && failures < MAX_RETRIES;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: shouldRetry, staleTime: 15_000 },
    // Pressing a button while offline fails at once and says so; nothing is sent later unseen.
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
