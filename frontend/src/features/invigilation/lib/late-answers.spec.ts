import { describe, expect, it } from 'vitest';
import type { LateAnswer, LateAnswerSet } from '../../../lib/api/generated/types.gen';
import { chosenOf, countsAfterReversal, eachLate } from './late-answers';

function answer(position: number): LateAnswer {
  const nothing = { stem: [], options: [], value: 'x', graded: null, replaced: null };
  return { ...nothing, questionId: `q${String(position)}`, position };
}

function set(id: string, ...positions: number[]): LateAnswerSet {
  return {
    ...{ id, kind: 'IN_TIME', verified: true, inGrace: true, state: 'WAITING' },
    ...{ lastChosenAt: null, arrivedAt: '2030-01-01T00:00:00.000Z', decidedAt: null },
    ...{ decidedBy: null, answers: positions.map(answer) },
  };
}

const items = [set('phone', 2, 5), set('laptop', 1, 2)];

describe('late answers, for a teacher to decide on', () => {
  it('stand each by itself in the order of the quiz, those to the same question as they came', () => {
    expect(eachLate({ items }).map((one) => [one.answer.position, one.set.id])).toEqual([
      [1, 'laptop'],
      [2, 'phone'],
      [2, 'laptop'],
      [5, 'phone'],
    ]);
  });

  it('are sent by what they came with: all of them, or the one that was chosen', () => {
    const lates = eachLate({ items });
    expect(chosenOf(lates)).toEqual([
      { lateId: 'laptop', questionIds: ['q1', 'q2'] },
      { lateId: 'phone', questionIds: ['q2', 'q5'] },
    ]);
    expect(chosenOf(lates.slice(1, 2))).toEqual([{ lateId: 'phone', questionIds: ['q2'] }]);
  });

  it('give way to what they replaced when taken back, unless another has overtaken them', () => {
    const one = { ...answer(1), value: 'late', replaced: 'first' };
    const accepted = { ...set('phone'), state: 'ACCEPTED' as const };
    const after = (graded: string, of: LateAnswerSet = accepted) =>
      countsAfterReversal({ set: of, answer: { ...one, graded } });
    expect(after('late')).toBe('first');
    expect(after('later')).toBe('later');
    expect(after('first', { ...accepted, state: 'REFUSED' })).toBe('late');
  });
});
