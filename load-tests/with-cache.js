import { USERS } from './lib/settings.js';
import { keepVisiting, visitOptions } from './lib/visits.js';

// The visits of baseline.js on an instance as it is run. Up to fifty users, every route has to be quick.
const QUICK_UP_TO = 50;

export { handleSummary } from './lib/summary.js';
export { signIn } from './lib/sign-in.js';
export { keepVisiting as visits };
export const options = visitOptions({ quick: USERS <= QUICK_UP_TO });
