import { describe, expect, it } from 'vitest';
import { makeRecord } from '../testing/make-record';
import type { ServerCopy } from './answers';
import { findUnsaved, ownRecords, restoreRecords } from './recovery';
import { openWorkingCopy } from './working-copy';

const serverWith = (answers: Record<string, string>, device = 'elsewhere'): ServerCopy => ({
  version: 7,
  answers: Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [
      id,
      { value, at: '2030-01-01T09:00:00Z', device },
    ]),
  ),
});
const restore = (server: ServerCopy, ...records: ReturnType<typeof makeRecord>[]) => {
  let revision = 0;
  return restoreRecords(openWorkingCopy(server), records, () => (revision += 1));
};

describe('finding what a crashed page left', () => {
  it('never looks at somebody else’s records', () => {
    const own = makeRecord({ q1: 'a' });
    const foreign = makeRecord({ q1: 'b' }, { userId: 'other' });
    const otherAttempt = makeRecord({ q1: 'c' }, { attemptId: 'another' });
    expect(ownRecords([own, foreign, otherAttempt], 'attempt', 'user')).toEqual([own]);
  });

  it('counts only answers the server does not have', () => {
    const record = makeRecord({ q1: 'a', q2: 'b', q3: ['x', 'y'] });
    const found = findUnsaved([record], {
      version: 1,
      answers: {
        q1: { value: 'a', at: '', device: 'page' },
        q3: { value: ['y', 'x'], at: '', device: 'page' },
      },
    });
    expect(found.answers.map((answer) => answer.questionId)).toEqual(['q2']);
    expect(found.lastAt).toBe('2030-01-01T10:00:00.000Z');
  });

  it('finds nothing where everything arrived', () => {
    expect(findUnsaved([makeRecord({ q1: 'a' })], serverWith({ q1: 'a' })).answers).toEqual([]);
  });

  it('takes the newest where two pages left an answer to one question', () => {
    const older = makeRecord({ q1: 'old' }, { clientId: 'p1', at: '2030-01-01T08:00:00.000Z' });
    const newer = makeRecord({ q1: 'new' }, { clientId: 'p2', at: '2030-01-01T09:00:00.000Z' });
    expect(findUnsaved([older, newer], serverWith({})).answers[0]?.value).toBe('new');
    expect(findUnsaved([newer, older], serverWith({})).answers[0]?.value).toBe('new');
  });

  it('counts a cleared answer as a difference', () => {
    const found = findUnsaved([makeRecord({ q1: null })], serverWith({ q1: 'a' }));
    expect(found.answers).toMatchObject([{ questionId: 'q1', value: null, serverValue: 'a' }]);
  });
});

describe('keeping what was found', () => {
  it('makes every answer pending on top of the server’s copy', () => {
    const copy = restore(serverWith({ q9: 'z' }), makeRecord({ q1: 'a', q2: 'b' }));
    expect(Object.keys(copy.pending)).toEqual(['q1', 'q2']);
    expect(copy.conflicts).toEqual({});
    expect(copy.base).toEqual(serverWith({ q9: 'z' }));
  });

  it('asks where the server’s answer was changed by another device since', () => {
    const record = makeRecord({ q1: 'mine' }, { base: { q1: 'before' } });
    const copy = restore(serverWith({ q1: 'theirs' }), record);
    expect(copy.conflicts.q1).toMatchObject({ base: 'before', theirs: { value: 'theirs' } });
  });

  it('does not ask where the server still has what the crashed page started from', () => {
    const record = makeRecord({ q1: 'mine' }, { base: { q1: 'before' } });
    expect(restore(serverWith({ q1: 'before' }), record).conflicts).toEqual({});
  });

  it('does not ask about an earlier save of the crashed page itself', () => {
    const record = makeRecord({ q1: 'newest' }, { clientId: 'crashed' });
    expect(restore(serverWith({ q1: 'newer' }, 'crashed'), record).conflicts).toEqual({});
  });
});
