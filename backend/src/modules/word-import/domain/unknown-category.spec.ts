import { describe, expect, it } from 'vitest';
import { diagnose } from './diagnostics.js';
import { note } from './notes.js';
import { withUnknownCategory } from './unknown-category.js';

const takenOver = (paragraph: number) => ({
  ...diagnose('IGNORED_TEXT', null, note('KEPT_AS_DETAIL')),
  paragraph,
});
const told = (...texts: string[]) =>
  withUnknownCategory('Ferns', {
    paragraphs: texts.map((text, index) => ({ index, label: '', text })),
    diagnostics: texts.map((_, index) => takenOver(index)),
  });

describe('a category that there is not', () => {
  it('is warned of by its name, where the document gives it, and not said to be taken over', () => {
    const [warning, ...others] = told('About ferns', 'Category: Ferns', 'Ferns');
    expect(warning).toMatchObject({
      code: 'CATEGORY_UNKNOWN',
      severity: 'warning',
      paragraph: 1,
      excerpt: 'Ferns',
      noteValues: { written: 'Ferns' },
    });
    expect(warning?.message).toContain('“Ferns”');
    expect(others).toEqual([takenOver(0), takenOver(2)]);
  });

  it('has no place where several lines, or none, give it', () => {
    for (const texts of [
      ['Category: Ferns', '1. Which?', 'Category: Ferns'],
      ['Category', 'Ferns'],
    ]) {
      const [warning, ...others] = told(...texts);
      expect(warning).toMatchObject({ code: 'CATEGORY_UNKNOWN', paragraph: null });
      expect(others).toHaveLength(texts.length);
    }
  });
});
