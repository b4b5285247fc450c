import { describe, expect, it } from 'vitest';
import { isTooCommon } from './password-policy.js';

const ada = { email: 'ada.lovelace@example.org', name: 'Ada Lovelace' };

describe('the password policy', () => {
  it.each([
    'password',
    'PassWord',
    '12345678',
    'qwertyuiop',
    'iloveyou!!',
    'football2026',
    'aaaaaaaaaa',
    '1212121212',
  ])('refuses %s, which guessing begins with', (password) => {
    expect(isTooCommon(password, ada)).toBe(true);
  });

  it.each(['ada.lovelace@example.org', 'Ada Lovelace', 'adalovelace1', 'Ada.Lovelace!2026'])(
    "refuses %s, the person's own name or e-mail",
    (password) => {
      expect(isTooCommon(password, ada)).toBe(true);
    },
  );

  it.each([
    'correct horse battery',
    'tr0ub4dor&3',
    'blue-kettle-37',
    '七つの海を越えて行く',
    'Wd7!kz0q',
  ])('accepts %s without rules of composition', (password) => {
    expect(isTooCommon(password, ada)).toBe(false);
  });

  it('does not refuse a long password because a short name is in it', () => {
    expect(isTooCommon('li-83645-27', { email: 'li@example.org', name: 'Li' })).toBe(false);
  });
});
