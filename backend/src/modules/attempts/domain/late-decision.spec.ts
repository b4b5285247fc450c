import { describe, expect, it } from 'vitest';
import type { SavedAnswers } from './answers.js';
import { decideLate, type LateEntry } from './late-decision.js';

const at = new Date('2030-01-01T12:00:00.000Z');

function entry(id: string, client: string, values: Record<string, string>): LateEntry {
  const answers = Object.entries(values).map(([questionId, value]) => ({ questionId, value }));
  return {
    ...{ id, client, answers, seq: 1, part: 0, kind: 'IN_TIME', state: 'WAITING' },
    ...{ replaced: null, decidedAt: null, decidedBy: null },
  };
}

/** An attempt with late answers, on which decisions are made in turn. */
function attemptWith(...entries: LateEntry[]) {
  let kept = entries;
  let answers: SavedAnswers = { q1: { value: 'first', at: at.toISOString(), device: 'desk' } };
  let ids = 0;
  return {
    values: () => Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value])),
    states: () =>
      kept.flatMap((one) =>
        one.answers.map(({ questionId }) => [one.client, questionId, one.state]),
      ),
    parts: () => kept.map(({ id, part }) => [id, part]),
    decide(accept: boolean, lateId: string, ...questionIds: string[]) {
      const newId = () => `new ${String((ids += 1))}`;
      const chosen = [{ lateId, questionIds }];
      const decision = decideLate(kept, answers, { accept, chosen, at, by: 'staff', newId });
      if (!decision) return null;
      const changed = new Map(decision.changed.map((one) => [one.id, one]));
      const known = kept.map((one) => changed.get(one.id) ?? one);
      const made = decision.changed.filter(({ id }) => !kept.some((one) => one.id === id));
      kept = [...known, ...made];
      answers = decision.answers;
      return decision;
    },
  };
}

describe('a decision on late answers', () => {
  it('on one question leaves the others that came with it undecided', () => {
    const attempt = attemptWith(entry('a', 'phone', { q1: 'x', q2: 'y', q3: 'z' }));
    attempt.decide(true, 'a', 'q2');
    expect(attempt.values()).toEqual({ q1: 'first', q2: 'y' });
    expect(attempt.states()).toEqual([
      ['phone', 'q1', 'WAITING'],
      ['phone', 'q3', 'WAITING'],
      ['phone', 'q2', 'ACCEPTED'],
    ]);
    attempt.decide(false, 'a', 'q1');
    expect(attempt.parts()).toEqual([
      ['a', 0],
      ['new 1', 1],
      ['new 2', 2],
    ]);
  });

  it('finds a question by what it came with, wherever that was parted to, and does nothing twice', () => {
    const attempt = attemptWith(entry('a', 'phone', { q1: 'x', q2: 'y' }));
    attempt.decide(true, 'a', 'q2');
    expect(attempt.decide(true, 'a', 'q2')).toMatchObject({ changed: [], saves: [] });
    attempt.decide(false, 'a', 'q2');
    expect(attempt.values()).toEqual({ q1: 'first', q2: null });
  });

  it('says that there are no such answers where there are none', () => {
    const attempt = attemptWith(entry('a', 'phone', { q1: 'x' }));
    expect(attempt.decide(true, 'b', 'q1')).toBeNull();
    expect(attempt.decide(true, 'a', 'q2')).toBeNull();
    expect(attempt.states()).toEqual([['phone', 'q1', 'WAITING']]);
  });

  it('that refuses what never counted changes no answer', () => {
    const attempt = attemptWith(entry('a', 'phone', { q1: 'x' }));
    expect(attempt.decide(false, 'a', 'q1')).toMatchObject({ saves: [] });
    expect(attempt.values()).toEqual({ q1: 'first' });
  });

  it('that takes back one never brings back another that was taken back before', () => {
    const attempt = attemptWith(
      entry('a', 'phone', { q1: 'of the phone' }),
      entry('b', 'tablet', { q1: 'of the tablet' }),
    );
    attempt.decide(true, 'a', 'q1');
    attempt.decide(true, 'b', 'q1');
    expect(attempt.values()).toEqual({ q1: 'of the tablet' });
    attempt.decide(false, 'a', 'q1');
    expect(attempt.values()).toEqual({ q1: 'of the tablet' });
    attempt.decide(false, 'b', 'q1');
    expect(attempt.values()).toEqual({ q1: 'first' });
  });
});
