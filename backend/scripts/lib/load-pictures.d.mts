import type { LoadResult, Picture } from './load-result.mjs';

/** The charts of a report, from what was measured alone; one that lacks its figures is left out. */
export function pictures(results: LoadResult[]): Picture[];
