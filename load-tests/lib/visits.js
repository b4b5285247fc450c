import exec from 'k6/execution';
import { seeResult, takeQuiz } from './attempt.js';
import { visit } from './browse.js';
import { pause } from './chance.js';
import { SECONDS, USERS } from './settings.js';
import { TREND_STATS } from './summary.js';
import { thresholds } from './thresholds.js';

/** Users of a comparison come one after the other within so long, not all in one moment. */
const COME_SECONDS = Math.min(10, SECONDS / 6);

/** One visit after the other, by all users at once and for the whole run. */
export function keepVisiting() {
  if (exec.vu.iterationInScenario === 0) pause(0, COME_SECONDS);
  visit({ takeQuiz, seeResult });
}

/**
 * So many users for so long, and the one who signs in by password.
 * @param {{ quick: boolean }} expected whether the times of fifty users have to be met
 * @returns {import('k6/options').Options}
 */
export function visitOptions({ quick }) {
  const duration = `${SECONDS}s`;
  return {
    scenarios: {
      visits: {
        executor: 'constant-vus',
        exec: 'visits',
        vus: USERS,
        duration,
        gracefulStop: '5s',
      },
      signIn: { executor: 'constant-vus', exec: 'signIn', vus: 1, duration, gracefulStop: '5s' },
    },
    thresholds: thresholds({ quick }),
    summaryTrendStats: TREND_STATS,
  };
}
