import { describe, expect, it } from 'vitest';
import { saveOutcome, type AttemptState } from './save-outcome.js';

const open: AttemptState = {
  ownerId: 'student',
  open: true,
  overdue: false,
  writer: 'page',
  writerSeq: 5,
  writerHash: 'hash',
};
const sent = { userId: 'student', clientId: 'page', seq: 5, hash: 'hash' };

describe('a save that was not applied', () => {
  it('is not found where there is no such attempt or it is of somebody else', () => {
    expect(saveOutcome(null, sent)).toBe('NOT_FOUND');
    expect(saveOutcome({ ...open, ownerId: 'other' }, sent)).toBe('NOT_FOUND');
  });

  it('was applied before when it is the last mutation of the same page', () => {
    expect(saveOutcome(open, sent)).toBe('APPLIED_BEFORE');
  });

  it('is refused when its number was used for another content', () => {
    expect(saveOutcome(open, { ...sent, hash: 'other' })).toBe('MUTATION_REUSED');
  });

  it('is superseded by a later mutation of the same page', () => {
    expect(saveOutcome(open, { ...sent, seq: 4, hash: 'other' })).toBe('SUPERSEDED');
  });

  it('conflicts when somebody else wrote since its base', () => {
    expect(saveOutcome(open, { ...sent, seq: 6 })).toBe('CONFLICT');
    expect(saveOutcome(open, { ...sent, clientId: 'other page' })).toBe('CONFLICT');
  });

  it('meets a closed attempt after submit or after the deadline', () => {
    const later = { ...sent, seq: 6 };
    expect(saveOutcome({ ...open, open: false }, later)).toBe('CLOSED');
    expect(saveOutcome({ ...open, overdue: true }, later)).toBe('CLOSED');
  });

  it('is still answered as applied before when the attempt was closed since', () => {
    expect(saveOutcome({ ...open, open: false }, sent)).toBe('APPLIED_BEFORE');
  });
});
