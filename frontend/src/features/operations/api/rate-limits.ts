import { queryOptions } from '@tanstack/react-query';
import {
  getAdminRateLimits,
  postAdminRateLimitsAddressesReset,
  postAdminRateLimitsUsersByIdReset,
} from '../../../lib/api/generated/sdk.gen';
import type { RateLimitCaller } from '../../../lib/api/generated/types.gen';
import { LIVE_MS } from '../lib/live';

/** The limits and who meets them, asked for again every few seconds while somebody looks. */
export function rateLimitsQuery() {
  return queryOptions({
    queryKey: ['operations', 'rate-limits'],
    queryFn: ({ signal }) => getAdminRateLimits({ signal }),
    staleTime: 0,
    refetchInterval: LIVE_MS,
  });
}

/** Whether what was counted for a caller can be forgotten: nobody knows whose digest an account is. */
export function canReset({ kind }: RateLimitCaller): boolean {
  return kind !== 'account';
}

/** Forgets what was counted for a user (failed sign-ins too) or an address, under every rule. */
export async function resetCaller({ kind, id }: RateLimitCaller): Promise<void> {
  if (kind === 'user') await postAdminRateLimitsUsersByIdReset({ path: { id } });
  else await postAdminRateLimitsAddressesReset({ body: { address: id } });
}
