import { describe, expect, it } from 'vitest';
import { formatBytes, formatDuration, formatNumber, formatPercent } from './format';

describe('formatting', () => {
  it('names hours, minutes and seconds, and leaves out what is zero', () => {
    expect(formatDuration(5400, 'en')).toBe('1 hour 30 minutes');
    expect(formatDuration(60, 'en')).toBe('1 minute');
    expect(formatDuration(45, 'en')).toBe('45 seconds');
    expect(formatDuration(900, 'en', 'short')).toBe('15 min');
  });

  it('calls no time at all zero minutes, also when a clock went backwards', () => {
    expect(formatDuration(0, 'en')).toBe('0 minutes');
    expect(formatDuration(-5, 'en')).toBe('0 minutes');
  });

  it('speaks the language asked for', () => {
    expect(formatDuration(900, 'vi')).toBe('15 phút');
    expect(formatNumber(1234.5, 'vi')).toBe('1.234,5');
    expect(formatPercent(60, 'en')).toBe('60%');
  });

  it('gives sizes in the unit that reads best, and never zero for something', () => {
    expect(formatBytes(2_621_440, 'en')).toBe('2.6 MB');
    expect(formatBytes(48_200, 'en')).toBe('48 kB');
    expect(formatBytes(12, 'en')).toBe('1 kB');
    expect(formatBytes(0, 'en')).toBe('0 kB');
  });
});
