import { describe, expect, it } from 'vitest';
import { deriveRefreshKey, readRefreshToken, signRefreshToken } from './refresh-token.js';

const key = deriveRefreshKey('a secret of at least thirty-two characters');
const claim = { sessionId: '01936f2e-0000-7000-8000-000000000001', generation: 7 };

describe('a refresh token', () => {
  it('gives back the claim it was signed for', () => {
    expect(readRefreshToken(key, signRefreshToken(key, claim))).toEqual(claim);
  });

  it('is the same whenever it is derived again', () => {
    expect(signRefreshToken(key, claim)).toBe(signRefreshToken(key, claim));
  });

  it('is worth nothing with another generation, session or key', () => {
    const token = signRefreshToken(key, claim);
    const other = deriveRefreshKey('another secret of thirty-two characters');
    expect(readRefreshToken(key, token.replace('.7.', '.8.'))).toBeNull();
    expect(readRefreshToken(key, token.replace('0001.', '0002.'))).toBeNull();
    expect(readRefreshToken(other, token)).toBeNull();
  });

  it.each([
    '',
    'x',
    '..',
    'a.b.c',
    `${claim.sessionId}.7.`,
    `${claim.sessionId}.0.${'A'.repeat(43)}`,
  ])('is not read from "%s"', (text) => {
    expect(readRefreshToken(key, text)).toBeNull();
  });
});
