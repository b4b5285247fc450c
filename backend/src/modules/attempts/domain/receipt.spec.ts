import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from './answers.js';
import { answersHash, makeReceipt } from './receipt.js';

const saved = (value: AnswerValue, at = '2026-01-01T00:00:00.000Z', device = 'page') => ({
  value,
  at,
  device,
});

describe('a receipt', () => {
  it('can be calculated again by whoever holds the answers', () => {
    const expected = createHash('sha256').update('{"q1":"a","q2":["x","y"]}').digest('hex');
    expect(answersHash({ q2: saved(['y', 'x', 'y']), q1: saved('a') })).toBe(expected);
  });

  it('depends on the answers alone, not on when, where or in which order they were given', () => {
    const one = { q1: saved('a'), q2: saved('b') };
    const two = { q2: saved('b', '2027-01-01T00:00:00.000Z', 'phone'), q1: saved('a') };
    expect(answersHash(one)).toBe(answersHash(two));
    expect(answersHash(one)).not.toBe(answersHash({ ...one, q1: saved('c') }));
  });

  it('treats a cleared answer as none', () => {
    expect(answersHash({ q1: saved(null), q2: saved([]) })).toBe(answersHash({}));
  });

  it('says when, and how many questions were answered', () => {
    const receipt = makeReceipt('r', 'attempt', new Date('2026-01-01T12:00:00Z'), {
      q1: saved('a'),
      q2: saved(null),
    });
    expect(receipt).toMatchObject({
      id: 'r',
      attemptId: 'attempt',
      submittedAt: '2026-01-01T12:00:00.000Z',
      answered: 1,
    });
  });
});
