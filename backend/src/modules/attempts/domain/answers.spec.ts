import { describe, expect, it } from 'vitest';
import { isAnswered, sameValue, toSavedAnswers } from './answers.js';

describe('the answers of an attempt', () => {
  it('keeps with each value when and by which page it was saved', () => {
    const at = new Date('2026-01-02T03:04:05.678Z');
    expect(toSavedAnswers([{ questionId: 'q1', value: 'a' }], 'page', at)).toEqual({
      q1: { value: 'a', at: '2026-01-02T03:04:05.678Z', device: 'page' },
    });
  });

  it.each([null, '', '  \u00a0', []])('counts %j as not answered', (value) => {
    expect(isAnswered(value)).toBe(false);
  });

  it.each(['x', ['x']])('counts %j as answered', (value) => {
    expect(isAnswered(value)).toBe(true);
  });

  it('does not mind the order in which options were ticked', () => {
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(true);
    expect(sameValue(['a', 'b'], ['a'])).toBe(false);
    expect(sameValue(['a'], 'a')).toBe(false);
    expect(sameValue(null, null)).toBe(true);
  });
});
