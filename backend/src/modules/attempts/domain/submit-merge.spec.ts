import { describe, expect, it } from 'vitest';
import { mergeSubmit } from './submit-merge.js';

const at = new Date('2026-01-01T12:00:00.000Z');
const answer = (value: string, device: string) => ({
  value,
  at: '2026-01-01T11:00:00.000Z',
  device,
});
const submit = { clientId: 'mine', seq: 3, at };

describe('merging what a submit carries', () => {
  it('adds the last unsaved answers to the saved ones', () => {
    const merge = mergeSubmit({
      ...submit,
      saved: { q1: answer('a', 'mine') },
      changes: [{ questionId: 'q2', value: 'b' }],
      laterSaves: [],
    });
    expect(merge.answers).toEqual({
      q1: answer('a', 'mine'),
      q2: { value: 'b', at: at.toISOString(), device: 'mine' },
    });
    expect(Object.keys(merge.delta)).toEqual(['q2']);
    expect(merge.losers).toEqual([]);
  });

  it('keeps what another device saved meanwhile for questions the submit does not touch', () => {
    const merge = mergeSubmit({
      ...submit,
      saved: { q1: answer('theirs', 'other') },
      changes: [{ questionId: 'q2', value: 'b' }],
      laterSaves: [{ client: 'other', seq: 1, questionIds: ['q1'] }],
    });
    expect(merge.answers.q1).toEqual(answer('theirs', 'other'));
    expect(merge.losers).toEqual([]);
  });

  it('hands in what the submitting page shows and returns the value it replaced', () => {
    const merge = mergeSubmit({
      ...submit,
      saved: { q1: answer('theirs', 'other') },
      changes: [{ questionId: 'q1', value: 'mine' }],
      laterSaves: [{ client: 'other', seq: 1, questionIds: ['q1'] }],
    });
    expect(merge.answers.q1?.value).toBe('mine');
    expect(merge.losers).toEqual([{ questionId: 'q1', ...answer('theirs', 'other') }]);
  });

  it('has no loser where the page had seen the value it replaces', () => {
    const merge = mergeSubmit({
      ...submit,
      saved: { q1: answer('earlier', 'other') },
      changes: [{ questionId: 'q1', value: 'mine' }],
      laterSaves: [{ client: 'other', seq: 2, questionIds: ['q2'] }],
    });
    expect(merge.losers).toEqual([]);
  });

  it('changes nothing where both devices chose the same', () => {
    const merge = mergeSubmit({
      ...submit,
      saved: { q1: answer('a', 'other') },
      changes: [{ questionId: 'q1', value: 'a' }],
      laterSaves: [{ client: 'other', seq: 1, questionIds: ['q1'] }],
    });
    expect(merge).toEqual({ answers: { q1: answer('a', 'other') }, delta: {}, losers: [] });
  });

  it('does not undo a later mutation of the same page', () => {
    const merge = mergeSubmit({
      ...submit,
      saved: { q1: answer('newer', 'mine') },
      changes: [{ questionId: 'q1', value: 'older' }],
      laterSaves: [{ client: 'mine', seq: 4, questionIds: ['q1'] }],
    });
    expect(merge.answers.q1?.value).toBe('newer');
    expect(merge.delta).toEqual({});
  });
});
