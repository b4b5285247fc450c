import { queryOptions } from '@tanstack/react-query';
import {
  getMetricsCache,
  postMetricsCacheFamiliesByNameClear,
  postMetricsCacheReset,
} from '../../../lib/api/generated/sdk.gen';
import { LIVE_MS } from '../lib/live';

/** What the cache did since counting began, asked for again every few seconds while somebody looks. */
export function cacheQuery() {
  return queryOptions({
    queryKey: ['operations', 'cache'],
    queryFn: ({ signal }) => getMetricsCache({ signal }),
    staleTime: 0,
    refetchInterval: LIVE_MS,
  });
}

/** Begins to count from nothing; answers the figures as they are then. */
export function resetCounters() {
  return postMetricsCacheReset();
}

/** Forgets every value of a family. */
export function clearFamily(name: string) {
  return postMetricsCacheFamiliesByNameClear({ path: { name } });
}
