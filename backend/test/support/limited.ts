import { RAISED_LIMITS } from '../../scripts/lib/raised-limits.mjs';
import { type Harness, startHarness } from '../integration/identity-harness.js';

/** The API under the limits of production, but for those given here. */
export function startLimited(limits: Record<string, string>): Promise<Harness> {
  // Empty is not set: the limits as they are where nobody says otherwise.
  const asInProduction = Object.fromEntries(Object.keys(RAISED_LIMITS).map((name) => [name, '']));
  return startHarness({ ...asInProduction, ...limits });
}
