import { describe, expect, it } from 'vitest';
import { chooseLocale } from './locales';

describe('the language to begin with', () => {
  it('is the one chosen before, whatever the browser prefers', () => {
    expect(chooseLocale('vi', ['en-GB'])).toBe('vi');
  });

  it("is the first of the browser's that there are texts for", () => {
    expect(chooseLocale(null, ['fr-FR', 'vi-VN', 'en-US'])).toBe('vi');
  });

  it('is English when nothing fits, or when what was kept is no language', () => {
    expect(chooseLocale(null, ['fr', 'de'])).toBe('en');
    expect(chooseLocale('klingon', [])).toBe('en');
  });
});
