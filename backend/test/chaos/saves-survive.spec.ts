import { describe, expect, it } from 'vitest';
import { FAULTS } from '../support/chaos/faults.js';
import { runChaos, runControl } from '../support/chaos/run-chaos.js';

const STUDENTS = 15;
/** On a machine that has much else to do. */
const PATIENCE_MS = 300_000;

describe('acknowledged saves', () => {
  it(
    'survive the kill and the freeze of every part in turn; then everybody hands in once',
    async () => {
      const lines: string[] = [];
      const report = await runChaos({
        rounds: FAULTS.length,
        students: STUDENTS,
        outageSeconds: () => 1,
        say: (line) => lines.push(line),
      });
      expect(report, lines.join('\n')).toEqual({
        ...{ lost: [], invented: [], other: [] },
        ledgerFile: null,
      });
    },
    PATIENCE_MS,
  );

  it(
    'are seen to be lost when the database forgets what it acknowledged',
    async () => {
      const { lost } = await runControl({ students: STUDENTS, say: () => undefined });
      expect(lost.length).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});
