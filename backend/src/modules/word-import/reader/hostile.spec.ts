import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { docxEntries, paragraph, rawDocx } from '../../../../test/docx/raw-docx.js';
import { buildZip, type ZipEntry } from '../../../../test/docx/zip-builder.js';
import { limits } from './limits.js';
import { readDocx } from './read-docx.js';

const MEBIBYTE = 1024 * 1024;
const entries = docxEntries({ body: paragraph('x') });
const main = 'word/document.xml';

const replacing = (replacement: ZipEntry): Buffer =>
  buildZip(entries.map((entry) => (entry.name === replacement.name ? replacement : entry)));

const codeOf = (bytes: Buffer): Promise<unknown> =>
  readDocx(bytes).then(
    () => 'READ',
    (error: { code?: unknown }) => error.code,
  );

describe('a hostile container', () => {
  it('that inflates a thousandfold ends as ZIP_LIMIT', async () => {
    const bomb = Buffer.alloc(limits.partInflatedBytes + MEBIBYTE, ' ');
    expect(await codeOf(replacing({ name: main, data: bomb }))).toBe('ZIP_LIMIT');
  });

  it('that lies about a size ends as ZIP_INVALID', async () => {
    const lie = { name: main, data: '<w:document/>'.padEnd(4000), claimedSize: 20 };
    expect(await codeOf(replacing(lie))).toBe('ZIP_INVALID');
  });

  it('with an encrypted entry ends as ZIP_INVALID', async () => {
    expect(await codeOf(replacing({ name: main, data: 'secret', encrypted: true }))).toBe(
      'ZIP_INVALID',
    );
  });

  it('with 65 000 entries ends as ZIP_LIMIT', async () => {
    const many = Array.from({ length: 65_000 }, (_, index) => ({ name: `x${index}`, data: '' }));
    expect(await codeOf(buildZip([...entries, ...many]))).toBe('ZIP_LIMIT');
  });

  it('that is cut off ends as ZIP_INVALID', async () => {
    const bytes = rawDocx({ body: paragraph('x') });
    expect(await codeOf(bytes.subarray(0, bytes.length - 100))).toBe('ZIP_INVALID');
  });

  it('without a document ends as NOT_DOCX', async () => {
    expect(await codeOf(buildZip([{ name: 'readme.txt', data: 'hello' }]))).toBe('NOT_DOCX');
  });

  it('with names that climb out of it is read all the same', async () => {
    expect(await codeOf(buildZip([...entries, { name: '../../evil', data: 'x' }]))).toBe('READ');
  });
});

describe('hostile XML', () => {
  it('with entity definitions ends as XML_FORBIDDEN', async () => {
    const prolog = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    expect(await codeOf(rawDocx({ body: paragraph('&b;'), prolog }))).toBe('XML_FORBIDDEN');
  });

  it('with an external definition ends as XML_FORBIDDEN', async () => {
    const prolog = '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">';
    expect(await codeOf(rawDocx({ body: paragraph('x'), prolog }))).toBe('XML_FORBIDDEN');
  });

  it('that is not well-formed ends as XML_INVALID', async () => {
    expect(await codeOf(rawDocx({ body: '<w:p><w:r></w:p>' }))).toBe('XML_INVALID');
  });

  it('nested 50 000 deep ends as DOC_LIMIT', async () => {
    const depth = 50_000;
    const body = '<w:sdt>'.repeat(depth) + '</w:sdt>'.repeat(depth);
    expect(await codeOf(rawDocx({ body }))).toBe('DOC_LIMIT');
  });

  it('of a million paragraphs ends as DOC_LIMIT', async () => {
    expect(await codeOf(rawDocx({ body: '<w:p/>'.repeat(1_000_000) }))).toBe('DOC_LIMIT');
  });
});

describe('bytes at random', () => {
  /** The same numbers in every run (xorshift). */
  function randomNumbers(seed: number): () => number {
    let state = seed;
    return () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state >>> 0;
    };
  }

  it('in a document end in a result or a code, never in anything else', async () => {
    const random = randomNumbers(20_260_101);
    const bytes = rawDocx({ body: paragraph('1. What?').repeat(20), styles: '', numbering: '' });
    for (let round = 0; round < 200; round += 1) {
      const mutated = Buffer.from(bytes);
      for (let change = 0; change < 4; change += 1) {
        mutated[random() % mutated.length] = random() % 256;
      }
      expect(await codeOf(mutated), `round ${round}`).toMatch(/^[A-Z_]+$/);
    }
  });
});
