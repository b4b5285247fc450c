import exec from 'k6/execution';
import { tagRequestsBy } from './lib/api.js';
import { seeResult, takeQuiz } from './lib/attempt.js';
import { visit } from './lib/browse.js';
import { SECONDS, USERS } from './lib/settings.js';
import { TREND_STATS } from './lib/summary.js';
import { thresholds } from './lib/thresholds.js';

// A bell rings: within five seconds from a few users to USERS, and back after SECONDS. Nothing may fail meanwhile,
// and afterwards all is as quick as before.
const FEW = Math.max(1, Math.round(USERS / 15));
const CALM_SECONDS = 15;
const RISE_SECONDS = 5;
const SPIKE_END = CALM_SECONDS + RISE_SECONDS + SECONDS + RISE_SECONDS;
/** Users who are on their way out still end their visit. */
const SETTLED = SPIKE_END + 3;

export { handleSummary } from './lib/summary.js';

/** @type {import('k6/options').Options} */
export const options = {
  scenarios: {
    visits: {
      executor: 'ramping-vus',
      exec: 'visits',
      startVUs: FEW,
      stages: [
        { duration: `${CALM_SECONDS}s`, target: FEW },
        { duration: `${RISE_SECONDS}s`, target: USERS },
        { duration: `${SECONDS}s`, target: USERS },
        { duration: `${RISE_SECONDS}s`, target: FEW },
        { duration: `${CALM_SECONDS}s`, target: FEW },
      ],
      gracefulRampDown: '3s',
      gracefulStop: '5s',
    },
  },
  thresholds: {
    ...thresholds({ quick: false }),
    'http_req_duration{phase:before}': ['max>=0'],
    'http_req_duration{phase:spike}': ['p(99)<2000'],
    'http_req_duration{phase:after}': ['p(50)<50', 'p(95)<100', 'p(99)<200'],
  },
  summaryTrendStats: TREND_STATS,
};

tagRequestsBy(() => {
  const seconds = exec.instance.currentTestRunDuration / 1000;
  if (seconds < CALM_SECONDS) return { phase: 'before' };
  return { phase: seconds < SETTLED ? 'spike' : 'after' };
});

export function visits() {
  visit({ takeQuiz, seeResult });
}
