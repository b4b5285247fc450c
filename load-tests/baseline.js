import { keepVisiting, visitOptions } from './lib/visits.js';

// The visits of with-cache.js on an instance whose cache is off (CACHE_ENABLED=false): what the cache is measured by.
// It has to be reliable; how quick it is, is what is to be found out.
export { handleSummary } from './lib/summary.js';
export { signIn } from './lib/sign-in.js';
export { keepVisiting as visits };
export const options = visitOptions({ quick: false });
