import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '..', '..');
const PLURAL = /_(zero|one|two|few|many|other)$/;
const PLACEHOLDER = /\{\{\s*(\w+)/g;

function read(path: string): Record<string, string> {
  return JSON.parse(readFileSync(join(src, path), 'utf8')) as Record<string, string>;
}

/** Keys without plural endings, which differ from language to language. */
function bareKeys(texts: Record<string, string>): string[] {
  return [...new Set(Object.keys(texts).map((key) => key.replace(PLURAL, '')))].toSorted();
}

function placeholders(texts: Record<string, string>, bareKey: string): string[] {
  const other = texts[bareKey] ?? texts[`${bareKey}_other`] ?? '';
  return [...other.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '').toSorted();
}

/** The plural forms a language needs for whole numbers, as Intl knows them. */
function pluralForms(locale: string): string[] {
  return new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
}

const folders = globSync('{components,features/*}/locales', { cwd: src });

describe('the texts of the interface', () => {
  it('are found at all', () => {
    expect(folders.length).toBeGreaterThan(5);
  });

  it.each(folders)('in %s say the same in both languages', (folder) => {
    const en = read(join(folder, 'en.json'));
    const vi = read(join(folder, 'vi.json'));
    expect(bareKeys(vi)).toEqual(bareKeys(en));
    for (const key of bareKeys(en)) {
      expect([key, ...placeholders(vi, key)]).toEqual([key, ...placeholders(en, key)]);
    }
  });

  it.each(folders.flatMap((folder) => ['en', 'vi'].map((locale) => [folder, locale] as const)))(
    'in %s have every plural form of "%s", and none is empty',
    (folder, locale) => {
      const texts = read(join(folder, `${locale}.json`));
      expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
      const counted = new Set(Object.keys(texts).filter((key) => PLURAL.test(key)));
      for (const key of new Set([...counted].map((plural) => plural.replace(PLURAL, '')))) {
        const forms = [...counted].filter((plural) => plural.replace(PLURAL, '') === key);
        expect(forms.toSorted()).toEqual(pluralForms(locale).map((form) => `${key}_${form}`));
      }
    },
  );
});
