import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PlainError, runMain } from './lib/plain-error.mjs';
import { runOnPinnedNode } from './lib/pinned-node.mjs';
import { onStopSignals } from './lib/stop-signals.mjs';
import { importTestSource } from './lib/test-sources.mjs';

// npm run chaos -- --rounds N [--students N] [--long] [--control]: kills and freezes the API, Redis, Postgres and the
// worker in turn under students who save without end, and counts what was lost.

const OUTAGE_SECONDS = { usual: 1, sometimes: 10, long: 60 };
/** The turn of the longer outages; no divisor of the number of faults, so that it comes to each. */
const SOMETIMES_EVERY = 4;
const SHOWN_FAULTS = 20;

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

function readOptions() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '9' },
      students: { type: 'string', default: '50' },
      long: { type: 'boolean', default: false },
      control: { type: 'boolean', default: false },
    },
  });
  const [rounds, students] = [Number(values.rounds), Number(values.students)];
  if (![rounds, students].every((count) => Number.isInteger(count) && count > 0)) {
    throw new PlainError('--rounds and --students are whole numbers from 1.');
  }
  return { ...values, rounds, students };
}

/** @param {boolean} long @returns {(round: number) => number} seconds */
function outages(long) {
  return (round) => {
    if ((round + 1) % SOMETIMES_EVERY !== 0) return OUTAGE_SECONDS.usual;
    return long ? OUTAGE_SECONDS.long : OUTAGE_SECONDS.sometimes;
  };
}

async function chaos() {
  const { rounds, students, long, control } = readOptions();
  const { runChaos, runControl } = await importTestSource('support/chaos/run-chaos.ts');
  let stopped = false;
  const stopListening = onStopSignals({
    onFirst: () => {
      say('Stopping after this round …');
      stopped = true;
    },
    onSecond: () => undefined,
  });
  try {
    if (control) return judgeControl(await runControl({ students, say }));
    const outageSeconds = outages(long);
    const isStopped = () => stopped;
    return judgeRun(await runChaos({ rounds, students, outageSeconds, say, isStopped }));
  } finally {
    stopListening();
  }
}

/** @typedef {{ lost: string[], invented: string[], other: string[], ledgerFile: string | null }} Report */

/** @param {Report} report */
function judgeRun({ lost, invented, other, ledgerFile }) {
  for (const fault of [...lost, ...invented, ...other].slice(0, SHOWN_FAULTS)) say(`  ${fault}`);
  const counts = `${lost.length} acknowledged saves lost, ${invented.length} invented, ${other.length} other faults`;
  if (ledgerFile) say(`${counts}. The ledger is kept: ${ledgerFile}`);
  else say(`${counts}; every student sees what the database has, and handed in once`);
  return ledgerFile === null ? 0 : 1;
}

/** @param {Report} report */
function judgeControl({ lost }) {
  if (lost.length > 0) say(`The control fails as it should: ${lost.length} saves lost were seen.`);
  else say('The control lost nothing, or nobody saw it: this check proves nothing.');
  return lost.length > 0 ? 0 : 1;
}

await runMain(() => runOnPinnedNode(fileURLToPath(import.meta.url), chaos));
