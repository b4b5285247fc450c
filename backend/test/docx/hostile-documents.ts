import { Buffer } from 'node:buffer';
import { png } from './images.js';
import { longQuiz } from './long-quiz.js';
import { docxEntries, paragraph, rawDocx, run } from './raw-docx.js';
import { buildZip, type ZipEntry } from './zip-builder.js';

const MEBIBYTE = 1024 * 1024;
const main = 'word/document.xml';

export interface HostileDocument {
  name: string;
  bytes: Buffer;
  /** Refused when it is uploaded: the status. */
  status?: number;
  /** The code it ends with; null when it becomes a quiz. */
  code: string | null;
}

const quizLines = ['1. Which?', 'A. this', 'B. that', 'Answer: A'];
const quizBody = (text = ''): string =>
  [...quizLines, text].map((line) => paragraph(line)).join('');

const replacing = (replacement: ZipEntry): Buffer =>
  buildZip(
    docxEntries({ body: quizBody() }).map((entry) =>
      entry.name === replacement.name ? replacement : entry,
    ),
  );

const ole = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
  ]);

/** Small when packed, but a run of its own format for each few letters: far more than 200 MB when read. */
export function memoryExhausting(): Buffer {
  const looks = ['', '<w:b/>', '<w:i/>', '<w:u w:val="single"/>'];
  const runs = (line: number): string =>
    looks
      .map((look, at) => run(((line * 7919 + at * 104_729) % 999_983).toString(36), look))
      .join('');
  const lines = Array.from({ length: 120_000 }, (_, line) => `<w:p>${runs(line)}</w:p>`);
  return rawDocx({ body: lines.join('') });
}

const nested = (tag: string, depth: number): string =>
  `<w:${tag}>`.repeat(depth) + `</w:${tag}>`.repeat(depth);
const picture = (id: string): string =>
  `<w:p><w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`;

/** One of every kind of file that means harm or is broken, and how each must end. */
export function hostileDocuments(): HostileDocument[] {
  const laughs = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  const file = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const refused = (name: string, bytes: Buffer, code: string): HostileDocument => ({
    ...{ name, bytes, code, status: 415 },
  });
  return [
    refused('empty', Buffer.alloc(0), 'EMPTY_FILE'),
    refused('old Word', ole('WordDocument'), 'LEGACY_DOC'),
    refused('password', ole('EncryptedPackage'), 'ENCRYPTED'),
    refused('web page', Buffer.from('<html><body>1. Which?</body></html>'), 'NOT_DOCX'),
    refused('PDF', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'NOT_DOCX'),
    { name: 'other zip', bytes: buildZip([{ name: 'a.txt', data: 'a' }]), code: 'NOT_DOCX' },
    {
      name: 'cut off',
      bytes: longQuiz(40).subarray(0, 1500),
      code: 'ZIP_INVALID',
    },
    {
      name: 'bomb',
      bytes: replacing({ name: main, data: Buffer.alloc(120 * MEBIBYTE, ' ') }),
      code: 'ZIP_LIMIT',
    },
    {
      name: 'lying size',
      bytes: replacing({ name: main, data: '<x/>'.padEnd(4000), claimedSize: 9 }),
      code: 'ZIP_INVALID',
    },
    {
      name: 'laughs',
      bytes: rawDocx({ body: paragraph('&b;'), prolog: laughs }),
      code: 'XML_FORBIDDEN',
    },
    {
      name: 'outside entity',
      bytes: rawDocx({ body: paragraph('&x;'), prolog: file }),
      code: 'XML_FORBIDDEN',
    },
    { name: 'broken XML', bytes: rawDocx({ body: '<w:p><w:r></w:p>' }), code: 'XML_INVALID' },
    { name: 'deep', bytes: rawDocx({ body: nested('sdt', 50_000) }), code: 'DOC_LIMIT' },
    { name: 'endless', bytes: rawDocx({ body: '<w:p/>'.repeat(400_000) }), code: 'DOC_LIMIT' },
    { name: 'memory', bytes: memoryExhausting(), code: 'DOC_MEMORY' },
    { name: 'no quiz', bytes: rawDocx({ body: paragraph('Dear parents,') }), code: 'NOT_A_QUIZ' },
    {
      name: 'names that climb out',
      bytes: buildZip([...docxEntries({ body: quizBody() }), { name: '../../evil', data: 'x' }]),
      code: null,
    },
    {
      name: 'script in its text',
      bytes: rawDocx({ body: quizBody('&lt;script&gt;alert(1)&lt;/script&gt;') }),
      code: null,
    },
    {
      name: 'a picture from outside',
      bytes: rawDocx({
        body: quizBody() + picture('rIdOut'),
        relationships: { rIdOut: ['image', 'http://127.0.0.1:9/p.png'] },
      }),
      code: null,
    },
    {
      name: 'a picture beyond all size',
      bytes: rawDocx({
        body: quizBody() + picture('rIdHuge'),
        relationships: { rIdHuge: ['image', 'media/huge.png'] },
        extra: [{ name: 'word/media/huge.png', data: png(60_000, 60_000) }],
      }),
      code: 'DOC_LIMIT',
    },
  ];
}
