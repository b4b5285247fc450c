import type { LoadResult, Verdict } from './load-result.mjs';

/** What was promised against what was measured. Of what was not run nothing is said. */
export function judge(results: LoadResult[]): Verdict[];

/** Least hit rate promised of a family, 0 to 1. */
export function hitRateTarget(family: string): number | undefined;
