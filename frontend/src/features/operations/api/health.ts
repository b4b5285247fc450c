import { queryOptions } from '@tanstack/react-query';
import { getHealth } from '../../../lib/api/generated/sdk.gen';
import type { Health } from '../../../lib/api/generated/types.gen';
import { ApiError } from '../../../lib/http/api-error';
import { LIVE_MS } from '../lib/live';

/** What the product runs on, asked for again every few seconds while somebody looks. */
export function healthQuery() {
  return queryOptions({
    queryKey: ['operations', 'health'],
    queryFn: ({ signal }) => readHealth(signal),
    staleTime: 0,
    refetchInterval: LIVE_MS,
  });
}

/** A server that cannot serve says so with status 503 and the same answer. */
async function readHealth(signal: AbortSignal): Promise<Health> {
  try {
    return await getHealth({ signal });
  } catch (error) {
    if (error instanceof ApiError && error.status === 503 && isHealth(error.body))
      return error.body;
    throw error;
  }
}

function isHealth(body: unknown): body is Health {
  return typeof body === 'object' && body !== null && 'services' in body && 'status' in body;
}
