import { takeQuiz } from './attempt.js';
import { visit } from './browse.js';
import { SECONDS, USERS } from './settings.js';
import { TREND_STATS } from './summary.js';
import { thresholds } from './thresholds.js';

/** One visit after the other, by all users at once and for the whole run. */
export function keepVisiting() {
  visit(takeQuiz);
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
