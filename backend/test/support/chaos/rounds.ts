import { setTimeout as pause } from 'node:timers/promises';
import { fetchSend } from '../fetch-send.js';
import { untilHeard } from '../heard.js';
import type { Examination } from './examination.js';
import type { Fault } from './faults.js';
import type { LedgerLine } from './ledger-file.js';
import { judge, type Verdict } from './verdict.js';

const NORMAL_WITHIN_MS = 30_000;
const POLL_MS = 20;

/** What one round came to. */
export interface RoundReport extends Verdict {
  fault: string;
  outageSeconds: number;
  /** From the end of the outage until every student was served again. */
  recoveredMs: number;
  /** So far, in all rounds. */
  sent: number;
  acknowledged: number;
  /** Neither lost nor invented, and still wrong. */
  differences: string[];
}

/**
 * Lets the students save, breaks something at a moment of chance in the midst of it, mends it, waits until
 * everybody is served again, and holds the ledger, the database and what each student sees against another.
 */
export async function takeRound(
  examination: Examination,
  fault: Fault,
  outageSeconds: number,
): Promise<RoundReport> {
  const { students, instance } = examination;
  for (const student of students) student.begin();
  await servedSince(examination, performance.now());
  await pause(Math.random() * 500);
  await fault.strike(instance);
  await pause(outageSeconds * 1000);
  await fault.mend(instance);
  const mendedAt = performance.now();
  const isNormal =
    (await servedSince(examination, mendedAt)) && (await healthySince(examination, mendedAt));
  const recoveredMs = performance.now() - mendedAt;
  await Promise.all(students.map((student) => student.end()));
  await Promise.all(students.map((student) => student.settle()));
  const seen = await Promise.all(students.map((student) => student.differences()));
  const late = isNormal ? [] : [`not normal ${NORMAL_WITHIN_MS / 1000} s after the end`];
  const lines = await examination.ledger.read();
  return {
    ...judge(lines, await examination.stored()),
    ...countsOf(lines),
    ...{ fault: fault.name, outageSeconds, recoveredMs },
    differences: [...late, ...seen.flat()],
  };
}

/**
 * The round of the negative control: the same crash, and no more than a look at what it left, since nobody
 * could come to rest with a database that has forgotten.
 */
export async function takeControlRound(examination: Examination, fault: Fault): Promise<Verdict> {
  const { students, instance } = examination;
  for (const student of students) student.begin();
  // By then every connection has been used, so that nothing but the clock makes the database write.
  for (let time = 0; time < 4; time += 1) await servedSince(examination, performance.now());
  await fault.strike(instance);
  // Nobody saves any more: what is found is what the crash left.
  await Promise.all(students.map((student) => student.end()));
  await fault.mend(instance);
  return judge(await examination.ledger.read(), await examination.stored());
}

/** Whether everybody had a save acknowledged that was sent after a moment. */
function servedSince({ students }: Examination, moment: number): Promise<boolean> {
  return within(() => students.every(({ lastServed }) => lastServed > moment));
}

/** Whether the API says of itself and of all it needs that they are well. */
async function healthySince({ instance }: Examination, moment: number): Promise<boolean> {
  const ask = () => fetchSend(instance.baseUrl)('GET', '/api/health', {});
  for (;;) {
    const { body } = await untilHeard(ask);
    if ((body as { status: string }).status === 'healthy') return true;
    if (performance.now() - moment > NORMAL_WITHIN_MS) return false;
    await pause(POLL_MS);
  }
}

async function within(condition: () => boolean): Promise<boolean> {
  const begin = performance.now();
  while (!condition()) {
    if (performance.now() - begin > NORMAL_WITHIN_MS) return false;
    await pause(POLL_MS);
  }
  return true;
}

function countsOf(lines: readonly LedgerLine[]) {
  return {
    sent: lines.filter(({ status }) => status === null).length,
    acknowledged: lines.filter(({ status }) => status === 200).length,
  };
}
