import { describe, expect, it } from 'vitest';
import { findLate, isNewLateFlag, newLateSets, sortLate, type LateFlag } from './late-answers.js';

const graded = {
  q1: { value: 'a', at: '2030-01-01T00:00:00.000Z', device: 'd' },
  q2: { value: ['a', 'b'], at: '2030-01-01T00:00:00.000Z', device: 'd' },
};

const flag = (overrides: Partial<LateFlag> = {}): LateFlag => ({
  code: 'ANSWERS_AFTER_SUBMIT',
  at: '2030-01-01T00:00:00.000Z',
  clientId: 'page',
  seq: 1,
  answers: [{ questionId: 'q1', value: 'b' }],
  ...overrides,
});

describe('answers sent to a closed attempt', () => {
  it.each([
    ['the same text', { questionId: 'q1', value: 'a' }],
    ['the same options ticked in another order', { questionId: 'q2', value: ['b', 'a'] }],
    ['no answer where none was given', { questionId: 'q3', value: null }],
    ['a blank where no answer was given', { questionId: 'q3', value: ' ' }],
  ])('are not late when they say what was graded: %s', (_, change) => {
    expect(findLate(graded, [change])).toEqual([]);
  });

  it.each([
    ['another answer', { questionId: 'q1', value: 'b' }],
    ['an answer that was not there', { questionId: 'q3', value: 'c' }],
    ['an answer taken back', { questionId: 'q1', value: null }],
  ])('are late when they say anything else: %s', (_, change) => {
    expect(findLate(graded, [change])).toEqual([change]);
  });
});

describe('what is kept for staff of late answers', () => {
  it('is one entry for a request however often it comes, also under a new number', () => {
    expect(isNewLateFlag([flag()], flag())).toBe(false);
    expect(isNewLateFlag([flag()], flag({ seq: 2 }))).toBe(false);
  });

  it('is another entry for other answers, or of another page', () => {
    const other = [{ questionId: 'q1', value: 'c' }];
    expect(isNewLateFlag([flag()], flag({ seq: 2, answers: other }))).toBe(true);
    expect(isNewLateFlag([flag()], flag({ clientId: 'other page' }))).toBe(true);
  });

  it('never grows beyond ten entries, whatever other flags there are', () => {
    const kept = (count: number) =>
      Array.from({ length: count }, (_, i) => flag({ clientId: `page ${String(i)}` }));
    const other = { code: 'SUBMIT_MERGED_STALE' };
    expect(isNewLateFlag([other, ...kept(9)], flag())).toBe(true);
    expect(isNewLateFlag([other, ...kept(10)], flag())).toBe(false);
  });
});

describe('what a submit brings to an attempt that the clock has closed', () => {
  const request = { clientId: 'page', seq: 3, graded, laterSaves: [] };
  const q1 = (value: string) => ({ questionId: 'q1', value });

  it('is in time where it claims so, and unproven otherwise', () => {
    const other = { questionId: 'q3', value: 'c' };
    const sets = sortLate({ ...request, claimed: [q1('b')], changes: [q1('b'), other] });
    expect(sets).toEqual([
      { kind: 'IN_TIME', answers: [q1('b')] },
      { kind: 'UNPROVEN', answers: [other] },
    ]);
  });

  it('is contested where another device saved the question after the version its page knew', () => {
    const laterSaves = [{ client: 'd', seq: 9, questionIds: ['q1'] }];
    const sets = sortLate({ ...request, laterSaves, claimed: [q1('b')], changes: [] });
    expect(sets).toEqual([{ kind: 'CONTESTED', answers: [q1('b')] }]);
  });

  it('is nothing where the same page saved something newer itself, or where it says what was graded', () => {
    const laterSaves = [{ client: 'page', seq: 4, questionIds: ['q1'] }];
    expect(sortLate({ ...request, laterSaves, claimed: [q1('b')], changes: [] })).toEqual([]);
    expect(sortLate({ ...request, claimed: [q1('a')], changes: [q1('a')] })).toEqual([]);
  });

  it('is not kept again, and an attempt keeps ten sets at most', () => {
    const set = { kind: 'IN_TIME', answers: [q1('b')] } as const;
    const kept = (client: string, seq: number) => ({ ...set, answers: [q1('b')], client, seq });
    const sets = [{ ...set, answers: [q1('b')] }];
    expect(newLateSets([kept('page', 3)], request, [{ ...set, answers: [q1('x')] }])).toEqual([]);
    expect(newLateSets([kept('page', 2)], request, sets)).toEqual([]);
    expect(newLateSets([kept('phone', 3)], request, sets)).toEqual(sets);
    const many = Array.from({ length: 10 }, (_, i) => kept(String(i), 1));
    expect(newLateSets(many, request, sets)).toEqual([]);
  });
});
