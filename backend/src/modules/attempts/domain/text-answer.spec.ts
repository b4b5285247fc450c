import { describe, expect, it } from 'vitest';
import { matchesText } from './text-answer.js';

describe('a short answer', () => {
  it.each([
    ['  Hà   Nội ', 'hà nội'],
    ['Hà\u00a0Nội', 'Hà Nội'],
    ['HA\u0300 NO\u0302\u0323I', 'Hà Nội'],
    ['ＣＯ２', 'co2'],
    ['STRASSE', 'straße'],
    ['ΟΔΟΣ', 'οδος'],
    ['pho\u200bton', 'photon'],
  ])('%j is taken for %j', (typed, accepted) => {
    expect(matchesText(typed, ['something else', accepted])).toBe(true);
  });

  it.each(['', '   ', 'Ha Noi', 'Hà Nội!', 'HàNội'])('%j is not taken for Hà Nội', (typed) => {
    expect(matchesText(typed, ['Hà Nội'])).toBe(false);
  });

  it('left blank is not right even where a blank was accepted by mistake', () => {
    expect(matchesText(' ', [''])).toBe(false);
  });
});
