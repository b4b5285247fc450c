import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import {
  abstractList,
  docxEntries,
  level,
  list,
  listItem,
  paragraph,
  rawDocx,
} from '../../../../test/docx/raw-docx.js';
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

  it('with bytes before it or a comment behind it that lies ends in a result or ZIP_INVALID', async () => {
    const bytes = rawDocx({ body: paragraph('x') });
    const lying = Buffer.from(bytes);
    lying.writeUInt16LE(500, lying.length - 2);
    expect(await codeOf(lying)).toBe('ZIP_INVALID');
    expect(await codeOf(Buffer.concat([Buffer.from('MZ'), bytes]))).toMatch(/^READ|ZIP_INVALID$/);
  });

  it('that is empty or no container at all ends as ZIP_INVALID', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('%PDF-1.7'), Buffer.from('<html>')]) {
      expect(await codeOf(bytes)).toBe('ZIP_INVALID');
    }
  });

  it('whose main part is somewhere else, or missing, is read or ends as NOT_DOCX', async () => {
    const moved = rawDocx({ body: paragraph('x'), mainPart: 'elsewhere/other.xml' });
    expect(await codeOf(moved)).toBe('READ');
    expect(await codeOf(buildZip(entries.filter(({ name }) => name !== main)))).toBe('NOT_DOCX');
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

  it('with an entity that reads a file ends as XML_FORBIDDEN, in every part that is read', async () => {
    const dtd = '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]>';
    expect(await codeOf(rawDocx({ body: paragraph('&f;'), prolog: dtd }))).toBe('XML_FORBIDDEN');
    const styles = rawDocx({ body: paragraph('x'), styles: '' });
    expect(await codeOf(styles)).toBe('READ');
    for (const name of ['word/styles.xml', 'word/_rels/document.xml.rels', '_rels/.rels']) {
      const parts = docxEntries({ body: paragraph('x'), styles: '' });
      const infected = parts.map((part) =>
        part.name === name ? { ...part, data: String(part.data).replace(/\?>/, `?>${dtd}`) } : part,
      );
      expect(await codeOf(buildZip(infected)), name).toBe('XML_FORBIDDEN');
    }
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

  it('whose numbers are no numbers is read all the same', async () => {
    const odd =
      '<w:abstractNum w:abstractNumId="x"><w:lvl w:ilvl="99"><w:start w:val="1e9"/><w:numFmt w:val="constructor"/><w:lvlText w:val="%1%9%%"/></w:lvl></w:abstractNum>';
    const numbering = `${odd}${abstractList(1, level(0, 'toString', '%1.'), level(1, '__proto__', '%2'))}${list(1, 1)}`;
    const body = `${paragraph('a', listItem(1))}${paragraph('b', listItem(1, 1))}${paragraph('c', '<w:numPr><w:ilvl w:val="-4"/><w:numId w:val="1"/></w:numPr>')}`;
    expect(await codeOf(rawDocx({ body, numbering }))).toBe('READ');
  });

  it('of text boxes and alternatives within each other is read once and in time', async () => {
    const nest = (inner: string): string =>
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('again')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    let body = paragraph('once');
    for (let depth = 0; depth < 20; depth += 1) body = nest(body);
    const { paragraphs } = await readDocx(rawDocx({ body }));
    const texts = paragraphs.flatMap(({ inlines }) =>
      inlines.flatMap((inline) => (inline.type === 'text' ? inline.text : [])),
    );
    expect(texts).toEqual(['once']);
  });

  it('of a million paragraphs ends as DOC_LIMIT', async () => {
    expect(await codeOf(rawDocx({ body: '<w:p/>'.repeat(1_000_000) }))).toBe('DOC_LIMIT');
  });
});
