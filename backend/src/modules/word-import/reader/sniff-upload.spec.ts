import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { docxEntries, paragraph, rawDocx } from '../../../../test/docx/raw-docx.js';
import { buildZip } from '../../../../test/docx/zip-builder.js';
import { sniffUpload } from './sniff-upload.js';

const ole = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
  ]);

const withMacros = buildZip(
  docxEntries({ body: paragraph('x') }).map((entry) =>
    entry.name === '[Content_Types].xml'
      ? {
          ...entry,
          data: '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        }
      : entry,
  ),
);

describe('an upload', () => {
  it('that is a Word document is accepted', () => {
    expect(sniffUpload(rawDocx({ body: paragraph('x') }))).toEqual({ ok: true });
  });

  it('that is a zip without a document is left to the parser', () => {
    expect(sniffUpload(buildZip([{ name: 'a.txt', data: 'x' }]))).toEqual({ ok: true });
  });

  it.each([
    ['EMPTY_FILE', 'nothing', Buffer.alloc(0)],
    ['LEGACY_DOC', 'an old .doc', ole('WordDocument')],
    ['ENCRYPTED', 'a password-protected document', ole('EncryptedPackage')],
    ['MACRO_ENABLED', 'a document with macros', withMacros],
    ['NOT_DOCX', 'a web page', Buffer.from('<html><body>1. What?</body></html>')],
    ['NOT_DOCX', 'a PDF', Buffer.from('%PDF-1.7\n')],
    ['NOT_DOCX', 'a program', Buffer.from('MZ\x90\x00')],
    ['NOT_DOCX', 'a single byte', Buffer.from('P')],
  ])('is refused as %s when it is %s', (code, _, bytes) => {
    expect(sniffUpload(bytes)).toEqual({ ok: false, code });
  });
});
