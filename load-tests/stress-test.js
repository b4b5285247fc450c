import { sleep } from 'k6';
import exec from 'k6/execution';
import { save, start, submit } from './lib/attempt.js';
import { openCatalogue, openQuiz } from './lib/browse.js';
import { pause } from './lib/chance.js';
import { SECONDS, USERS } from './lib/settings.js';
import { TREND_STATS } from './lib/summary.js';
import { thresholds } from './lib/thresholds.js';

// An examination of a thousand: they come one after the other within a minute, each finds a quiz and starts it, all
// are in the middle of it for SECONDS, save every thirty seconds, and hand in within the last twenty.
const COME_SECONDS = 60;
const SAVE_SECONDS = 30;
const HAND_IN_SECONDS = 20;
const OVER_SECONDS = COME_SECONDS + SECONDS;

export { handleSummary } from './lib/summary.js';

/** @type {import('k6/options').Options} */
export const options = {
  scenarios: {
    exam: {
      executor: 'per-vu-iterations',
      vus: USERS,
      iterations: 1,
      maxDuration: `${OVER_SECONDS + HAND_IN_SECONDS + 60}s`,
    },
  },
  thresholds: thresholds({ quick: false }),
  summaryTrendStats: TREND_STATS,
};

const now = () => exec.instance.currentTestRunDuration / 1000;

export default function sitTheExam() {
  sleep((COME_SECONDS * (exec.vu.idInTest - 1)) / USERS);
  const catalogue = openCatalogue();
  pause(1, 2);
  const card = openQuiz(catalogue);
  pause(1, 2);
  const page = card === null ? null : start(card.id);
  if (page === null) return;
  // They do not all answer at the same moment of their thirty seconds.
  pause(0, SAVE_SECONDS);
  while (now() < OVER_SECONDS) {
    save(page, { answers: 3, seconds: SAVE_SECONDS });
    sleep(Math.max(0, Math.min(SAVE_SECONDS, OVER_SECONDS - now())));
  }
  pause(0, HAND_IN_SECONDS);
  submit(page);
}
