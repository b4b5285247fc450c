import { describe, expect, it } from 'vitest';
import type { LedgerLine } from '../support/chaos/ledger-file.js';
import { judge, type StoredAttempt } from '../support/chaos/verdict.js';

const ATTEMPT = 'attempt';
const CLIENT = 'page';

function linesOf(seq: number, value: string, answered: Partial<LedgerLine> = {}): LedgerLine[] {
  const line: LedgerLine = {
    ...{ attempt: ATTEMPT, mutationId: `${CLIENT}:${seq}`, client: CLIENT, seq },
    ...{ hash: value, kind: 'save', status: null, version: null },
  };
  return [
    { ...line, values: { q: value } },
    { ...line, status: 200, version: seq, ...answered },
  ];
}

/** An attempt whose saves have these values, one after the other. */
function stored(...values: string[]): StoredAttempt {
  const history = values.map((value, at) => ({
    ...{ version: at + 1, client: CLIENT, seq: at + 1 },
    delta: { q: { value } },
  }));
  const last = history.at(-1)?.delta ?? {};
  return { id: ATTEMPT, version: values.length, answers: last, history };
}

const counts = (lines: LedgerLine[], attempt: StoredAttempt) => {
  const { lost, invented, torn } = judge(lines, [attempt]);
  return { lost: lost.length, invented: invented.length, torn: torn.length };
};

const FINE = { lost: 0, invented: 0, torn: 0 };

describe('the ledger held against the database', () => {
  const lines = [...linesOf(1, 'a'), ...linesOf(2, 'b')];

  it('finds nothing where every acknowledged save is kept as it was sent', () => {
    expect(counts(lines, stored('a', 'b'))).toEqual(FINE);
  });

  it('lets a save that was not acknowledged be kept or not', () => {
    const unheard = [...lines, ...linesOf(3, 'c', { status: 0, version: null })];
    expect(counts(unheard, stored('a', 'b'))).toEqual(FINE);
    expect(counts(unheard, stored('a', 'b', 'c'))).toEqual(FINE);
  });

  it('misses an acknowledged save, also where a later one has taken its version', () => {
    expect(counts(lines, stored('a'))).toEqual({ ...FINE, lost: 1 });
    const later = [...lines, ...linesOf(3, 'c', { version: 2 })];
    const attempt = stored('a', 'c');
    const history = attempt.history.map((row) => (row.version === 2 ? { ...row, seq: 3 } : row));
    expect(counts(later, { ...attempt, history })).toEqual({ ...FINE, lost: 1 });
  });

  it('misses every save of an attempt that is gone as a whole', () => {
    expect(judge(lines, []).lost).toHaveLength(2);
  });

  it('knows a save that nobody sent, and one that says something else than was sent', () => {
    expect(counts(lines, stored('a', 'b', 'c'))).toEqual({ ...FINE, invented: 1 });
    expect(counts(lines, stored('a', 'forged'))).toEqual({ ...FINE, invented: 1 });
  });

  it('takes a superseded save for kept only where a later one of its page is', () => {
    const superseded = linesOf(1, 'a', { superseded: true, version: 1 });
    const attempt = stored('b');
    const history = attempt.history.map((row) => ({ ...row, seq: 2 }));
    const later = [...superseded, ...linesOf(2, 'b', { version: 1 })];
    expect(counts(later, { ...attempt, history })).toEqual(FINE);
    expect(counts(superseded, { ...stored(), version: 0 })).toEqual({ ...FINE, lost: 1 });
  });

  it('sees a history with gaps, one that is doubled, and answers that it does not make', () => {
    const attempt = stored('a', 'b');
    expect(counts(lines, { ...attempt, version: 3 }).torn).toBe(1);
    expect(counts(lines, { ...attempt, answers: { q: { value: 'a' } } }).torn).toBe(1);
    const doubled = attempt.history.map((row) => ({
      ...row,
      seq: 1,
      delta: { q: { value: 'a' } },
    }));
    expect(counts(linesOf(1, 'a'), { ...attempt, history: doubled }).torn).toBe(2);
  });
});
