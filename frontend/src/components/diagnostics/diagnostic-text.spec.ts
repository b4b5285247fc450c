import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../lib/api/generated/types.gen';
import { diagnosticText } from './diagnostic-text';

const grammar = join(import.meta.dirname, '../../../../backend/src/modules/word-import/domain');
const read = (path: string) => readFileSync(path, 'utf8');
const vi = JSON.parse(read(join(import.meta.dirname, 'vi.json'))) as Record<string, string>;

const diagnostic = (changes: Partial<Diagnostic>): Diagnostic => ({
  code: 'KEY_CONFLICT',
  severity: 'error',
  paragraph: 4,
  paraId: null,
  questionNo: 2,
  excerpt: '',
  message: 'Two signs disagree. Here bold type and the colour differ.',
  note: 'SIGNS_DIFFER',
  noteValues: { first: 'bold type', second: 'the colour' },
  suggestedFix: null,
  ...changes,
});

/** The keys of the one list in a file of the server: `  SOME_CODE: …`. */
function listed(file: string): Map<string, string> {
  const entries = read(join(grammar, file)).matchAll(
    /^ {2}([A-Z][A-Z_]+):([^]*?)(?=^ {2}[A-Z]|^\})/gm,
  );
  return new Map([...entries].map(([, key = '', text = '']) => [key, text]));
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

describe('what the import doubts', () => {
  it('has a sentence in Vietnamese for every code of the server', () => {
    const codes = listed('diagnostics.ts');
    expect(codes.size).toBeGreaterThan(15);
    expect([...codes.keys()].filter((code) => !vi[code])).toEqual([]);
  });

  it('has every further note in Vietnamese, naming the same values', () => {
    const notes = listed('notes.ts');
    expect(notes.size).toBeGreaterThan(10);
    for (const [code, english] of notes) {
      expect([code, placeholders(vi[`note.${code}`] ?? 'missing')]).toEqual([
        code,
        placeholders(english),
      ]);
    }
  });

  it('is said in Vietnamese with the words of the server translated too', () => {
    expect(diagnosticText(diagnostic({}), vi)).toBe(
      `${vi.KEY_CONFLICT ?? ''} Ở đây chữ đậm và màu chữ khác nhau.`,
    );
    expect(diagnosticText(diagnostic({ note: null }), vi)).toBe(vi.KEY_CONFLICT);
  });

  it('is said as the server says it where there is no sentence', () => {
    const { message } = diagnostic({});
    expect(diagnosticText(diagnostic({}), undefined)).toBe(message);
    expect(diagnosticText(diagnostic({ code: 'NEWER_THAN_THIS_PAGE' }), vi)).toBe(message);
    expect(diagnosticText(diagnostic({ note: 'NEWER_NOTE' }), vi)).toBe(message);
  });
});
