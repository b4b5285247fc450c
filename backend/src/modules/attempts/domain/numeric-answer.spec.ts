import { describe, expect, it } from 'vitest';
import { matchesNumber, readNumbers } from './numeric-answer.js';

describe('a numeric answer', () => {
  it.each([
    ['42', [42]],
    [' 4 200 ', [4200]],
    ['-0.5', [-0.5]],
    ['\u22120.5', [-0.5]],
    ['.5', [0.5]],
    ['1e3', [1000]],
    ['3,14', [3.14]],
    ['1,500', [1500, 1.5]],
    ['1.500', [1.5, 1500]],
    ['1,234.5', [1234.5]],
    ['1.234,5', [1234.5]],
    ['1,234,567', [1234567]],
    ['４２', [42]],
  ])('%j may stand for %j', (typed, numbers) => {
    expect(readNumbers(typed)).toEqual(numbers);
  });

  it.each(['', 'abc', '4 apples', '1e999', '--1', '1,2,3', '0x10', 'Infinity', 'NaN', '1.2.3'])(
    '%j is no number',
    (typed) => {
      expect(readNumbers(typed)).toEqual([]);
    },
  );

  it('is right on both ends of the tolerance and wrong just outside', () => {
    expect(matchesNumber('3.15', 3.14, 0.01)).toBe(true);
    expect(matchesNumber('3.13', 3.14, 0.01)).toBe(true);
    expect(matchesNumber('3.1501', 3.14, 0.01)).toBe(false);
    expect(matchesNumber('3.1299', 3.14, 0.01)).toBe(false);
  });

  it('must be exact where no tolerance is given', () => {
    expect(matchesNumber('0.3', 0.1 + 0.2, 0)).toBe(true);
    expect(matchesNumber('0', 1e-10, 0)).toBe(false);
  });
});
