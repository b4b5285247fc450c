import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstanceOptions } from '../../../scripts/lib/test-instance.mjs';
import { Examination } from './examination.js';
import { FAULTS, POSTGRES_KILLED } from './faults.js';
import { takeControlRound, takeRound, type RoundReport } from './rounds.js';
import { submitAll } from './submits.js';
import { judge } from './verdict.js';

export interface ChaosOptions {
  rounds: number;
  students: number;
  /** The length of an outage in each round, in seconds. */
  outageSeconds: (round: number) => number;
  say: (line: string) => void;
  /** Asked between rounds. */
  isStopped?: () => boolean;
}

/** Everything that was found wrong, a sentence each. */
interface Findings {
  lost: string[];
  invented: string[];
  other: string[];
}

export interface ChaosReport extends Findings {
  /** Where the ledger is kept; null when all was as expected. */
  ledgerFile: string | null;
}

/** A Postgres that acknowledges what it has not written, and does not write it soon. */
const FORGETFUL = {
  postgresSettings: {
    ...{ synchronous_commit: 'off', fsync: 'off' },
    ...{ wal_writer_delay: '10s', wal_writer_flush_after: '1GB' },
  },
  worker: false,
};

/** Rounds of faults, one after the other, on one instance and its students; in the end all hand in. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { rounds, students, outageSeconds, say, isStopped = () => false } = options;
  return withExamination(students, {}, isClean, async (examination) => {
    const missing = await examination.notDurable();
    const report: Findings = { lost: [], invented: [], other: [] };
    report.other.push(...missing.map((setting) => `${setting} is not on`));
    for (let round = 0; round < rounds && !isStopped(); round += 1) {
      const fault = FAULTS[round % FAULTS.length] ?? POSTGRES_KILLED;
      const outcome = await takeRound(examination, fault, outageSeconds(round));
      say(lineOf(round + 1, rounds, outcome));
      report.lost.push(...outcome.lost);
      report.invented.push(...outcome.invented);
      report.other.push(...outcome.torn, ...outcome.differences);
    }
    report.other.push(...(await submitAll(examination)));
    const last = judge(await examination.ledger.read(), await examination.stored());
    report.lost.push(...last.lost);
    report.invented.push(...last.invented);
    report.other.push(...last.torn);
    return report;
  });
}

/**
 * The negative control: the same crash of a database that is set to forget. Whoever looks must find
 * acknowledged saves lost, or could not be believed when finding none.
 */
export async function runControl(options: Pick<ChaosOptions, 'students' | 'say'>) {
  const { students, say } = options;
  return withExamination(
    students,
    FORGETFUL,
    ({ lost }) => lost.length > 0,
    async (examination) => {
      // What is forgotten are to be saves, not the students and the schema.
      await examination.asOwner((owner) => owner.query('CHECKPOINT'));
      const { lost, invented, torn } = await takeControlRound(examination, POSTGRES_KILLED);
      const name = `${POSTGRES_KILLED.name}, commits not durable`;
      say(`control: ${name}: ${lost.length} acknowledged saves lost`);
      return { lost, invented, other: torn };
    },
  );
}

function isClean({ lost, invented, other }: Findings): boolean {
  return lost.length + invented.length + other.length === 0;
}

async function withExamination(
  students: number,
  instanceOptions: InstanceOptions,
  isExpected: (findings: Findings) => boolean,
  use: (examination: Examination) => Promise<Findings>,
): Promise<ChaosReport> {
  const folder = await mkdtemp(join(tmpdir(), 'quizmaster-chaos-'));
  const ledgerFile = join(folder, 'ledger.jsonl');
  const examination = await Examination.open(students, ledgerFile, instanceOptions);
  const findings = await use(examination).finally(() => examination.close());
  if (!isExpected(findings)) return { ...findings, ledgerFile };
  await rm(folder, { recursive: true });
  return { ...findings, ledgerFile: null };
}

function lineOf(round: number, rounds: number, report: RoundReport): string {
  const { fault, outageSeconds, recoveredMs, sent, acknowledged } = report;
  const wrong = [
    `${report.lost.length} lost`,
    `${report.invented.length} invented`,
    `${report.torn.length + report.differences.length} other faults`,
  ];
  return [
    `round ${String(round).padStart(String(rounds).length)}/${rounds}`,
    `${fault} for ${outageSeconds} s`.padEnd(24),
    `served again after ${(recoveredMs / 1000).toFixed(1)} s`,
    `${acknowledged} of ${sent} saves acknowledged`,
    wrong.join(', '),
  ].join('  ');
}
