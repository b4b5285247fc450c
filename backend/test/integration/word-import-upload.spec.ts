import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  ImportAcceptedDto,
  ImportDto,
  JobDto,
} from '../../src/modules/word-import/word-import.dto.js';
import type { Page } from '../../src/shared/pagination.js';
import { docxEntries, paragraph, rawDocx } from '../docx/raw-docx.js';
import { buildZip } from '../docx/zip-builder.js';
import { StaffRoom } from '../support/staff-room.js';
import { accepted, importOf } from '../support/uploads.js';
import type { Answer, Visitor } from '../support/visitor.js';

const MEBIBYTE = 1024 * 1024;
const ACCEPTED_WITHIN_MS = 200;

const document = rawDocx({ body: paragraph('1. What?') });

let room: StaffRoom;
let admin: Visitor;

beforeAll(async () => {
  room = await StaffRoom.open({ IMPORT_MAX_MEGABYTES: '1' });
  admin = await room.admin();
});
afterAll(() => room.close());

const importCount = async () =>
  (await room.rows<{ count: number }>('SELECT count(*)::int AS count FROM imports'))[0]?.count;

/** Every refusal leaves nothing behind and harms nobody: the next good upload is taken. */
async function refused(ask: () => Promise<Answer<unknown>>, status: number, code: string) {
  const before = await importCount();
  const reply = await ask();
  expect([reply.status, (reply.body as { code?: string }).code]).toEqual([status, code]);
  expect(await importCount()).toBe(before);
  await accepted(admin, document);
}

describe('an upload', () => {
  it('is answered 202 with the ids of import and job, which tell how far it is', async () => {
    const { status, body } = await admin.upload<ImportAcceptedDto>(document, {
      fileName: 'Unit 3.docx',
    });
    expect(status).toBe(202);
    expect(body).toEqual({
      importId: body.jobId,
      jobId: body.jobId,
      statusUrl: `/api/jobs/${body.jobId}`,
    });
    expect(await importOf(admin, body.importId)).toMatchObject({
      fileName: 'Unit 3.docx',
      sizeBytes: document.length,
      state: 'PENDING',
      stage: 'UPLOADED',
      progress: 0,
      quizId: null,
    });
    const job = await admin.get<JobDto>(body.statusUrl);
    expect(job.body).toMatchObject({ id: body.jobId, kind: 'parse-word-file', state: 'PENDING' });
  });

  it('is answered within 200 ms', async () => {
    const taken: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const begin = performance.now();
      await accepted(admin, document);
      taken.push(performance.now() - begin);
    }
    expect(Math.min(...taken)).toBeLessThan(ACCEPTED_WITHIN_MS);
  });

  it('is stored byte for byte with its row', async () => {
    const id = await accepted(admin, document);
    const [file] = await room.rows<{ bytes: Buffer }>(
      'SELECT bytes FROM import_files WHERE import_id = $1',
      [id],
    );
    expect(file?.bytes.equals(document)).toBe(true);
  });

  it('of the same file again is another import', async () => {
    expect(await accepted(admin, document)).not.toBe(await accepted(admin, document));
  });

  it('sent again with its key is the same import, also when both arrive together', async () => {
    const uploadKey = randomUUID();
    const ids = await Promise.all(
      Array.from({ length: 6 }, () => accepted(admin, document, { uploadKey })),
    );
    ids.push(await accepted(admin, document, { uploadKey }));
    expect(new Set(ids).size).toBe(1);
  });

  it('with the key of another file is refused, and with the key of another person is its own', async () => {
    const uploadKey = randomUUID();
    const first = await accepted(admin, document, { uploadKey });
    const other = rawDocx({ body: paragraph('2. Else?') });
    await refused(() => admin.upload(other, { uploadKey }), 422, 'UPLOAD_KEY_REUSED');
    const colleague = await room.admin();
    expect(await accepted(colleague, other, { uploadKey })).not.toBe(first);
  });

  it('into a category that there is not is refused', async () => {
    const categoryId = randomUUID();
    await refused(() => admin.upload(document, { categoryId }), 422, 'CATEGORY_UNKNOWN');
    const uploadKey = 'not a uuid';
    await refused(() => admin.upload(document, { uploadKey }), 422, 'VALIDATION_FAILED');
  });

  it('keeps only the last part of its name, without control characters and bounded', async () => {
    const names: [string, string][] = [
      ['../../etc/passwd.docx', 'passwd.docx'],
      ['C:\\Users\\me\\Đề thi số 1.docx', 'Đề thi số 1.docx'],
      ['tab\tin.docx', 'tabin.docx'],
      [`${'x'.repeat(400)}.docx`, `${'x'.repeat(195)}.docx`],
    ];
    for (const [sent, kept] of names) {
      const id = await accepted(admin, document, { fileName: sent });
      expect((await importOf(admin, id)).fileName).toBe(kept);
    }
  });
});

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

describe('an upload that is no Word document', () => {
  it.each([
    ['larger than the limit', Buffer.alloc(MEBIBYTE + 1, 'PK\u0003\u0004'), 413, 'FILE_TOO_LARGE'],
    ['a program renamed', Buffer.from('MZ\x90\x00 This program'), 415, 'NOT_DOCX'],
    ['an old .doc', ole('WordDocument'), 415, 'LEGACY_DOC'],
    ['protected by a password', ole('EncryptedPackage'), 415, 'ENCRYPTED'],
    ['with macros', withMacros, 415, 'MACRO_ENABLED'],
    ['empty', Buffer.alloc(0), 415, 'EMPTY_FILE'],
  ])('is refused at once: %s', async (_, bytes, status, code) => {
    await refused(() => admin.upload(bytes), status, code);
  });

  it('of exactly the limit is not too large', async () => {
    const reply = await admin.upload(Buffer.alloc(MEBIBYTE, 'x'));
    expect(reply).toMatchObject({ status: 415, body: { code: 'NOT_DOCX' } });
  });
});

const BOUNDARY = 'edge';
const part = (name: string, content: string, file = '; filename="a.docx"'): string =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${content}\r\n`;
const end = `--${BOUNDARY}--\r\n`;
const multipart = `multipart/form-data; boundary=${BOUNDARY}`;

describe('a request that is no upload', () => {
  const send = (type: string, body: string) =>
    admin.send('/api/quizzes/import', { method: 'POST', headers: { 'content-type': type }, body });

  it.each([
    [
      'without a boundary',
      'multipart/form-data',
      part('file', 'x') + end,
      400,
      'MULTIPART_INVALID',
    ],
    ['cut off in the file', multipart, part('file', 'x').slice(0, -1), 400, 'MULTIPART_INVALID'],
    ['cut off in a header', multipart, part('file', 'x').slice(0, 40), 400, 'MULTIPART_INVALID'],
    ['with nothing in it', multipart, '', 422, 'FILE_MISSING'],
    [
      'of two files',
      multipart,
      part('file', 'x') + part('file', 'y') + end,
      400,
      'MULTIPART_INVALID',
    ],
    ['without a file', multipart, part('note', 'x', '') + end, 422, 'FILE_MISSING'],
    ['whose file is text in a field', multipart, part('file', 'x', '') + end, 422, 'FILE_MISSING'],
    ['with the file in another field', multipart, part('photo', 'x') + end, 422, 'FILE_MISSING'],
    ['of JSON', 'application/json', '{"file":"x"}', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['of form fields', 'application/x-www-form-urlencoded', 'a=b', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['of plain text', 'text/plain', 'file', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ])('is refused: %s', async (_, type, body, status, code) => {
    await refused(() => send(type, body), status, code);
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'is not misled by a field named %s',
    async (name) => {
      const reply = await send(multipart, part(name, '{"role":"ADMIN"}', '') + end);
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.status).toBeLessThan(500);
      await accepted(admin, document);
    },
  );
});

describe('the uploads of an admin', () => {
  it('are nobody else’s: 404 for another admin, 403 for a student, 401 for nobody', async () => {
    const id = await accepted(admin, document);
    const [colleague, student] = [await room.admin(), await room.student()];
    for (const path of [`/api/imports/${id}`, `/api/jobs/${id}`]) {
      expect(await colleague.get(path)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
      expect((await student.get(path)).status).toBe(403);
      expect((await room.anybody().get(path)).status).toBe(401);
    }
    expect((await colleague.get<Page<ImportDto>>('/api/imports')).body.items).toEqual([]);
    expect((await student.upload(document)).status).toBe(403);
    expect((await room.anybody().upload(document)).status).toBe(401);
  });

  it('are listed newest first, each once, over all pages', async () => {
    const person = await room.admin();
    const ids: string[] = [];
    for (let count = 0; count < 7; count += 1) ids.unshift(await accepted(person, document));
    await room.owner.query('UPDATE imports SET created_at = now() WHERE id = ANY($1)', [
      ids.slice(2, 5),
    ]);
    const listed: ImportDto[] = [];
    for (let next: string | null = ''; next !== null;) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const { body } = await person.get<Page<ImportDto>>(`/api/imports?limit=2${cursor}`);
      listed.push(...body.items);
      next = body.nextCursor;
    }
    expect(listed.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    const times = listed.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect((await person.get('/api/imports?cursor=nonsense')).status).toBe(422);
  });
});

describe('the limit of uploads', () => {
  it('refuses the eleventh batch of an hour with the time to wait, per person', async () => {
    const strict = await StaffRoom.open({ RATE_LIMIT_UPLOAD: '10' });
    try {
      const [eager, other] = [await strict.admin(), await strict.admin()];
      for (let count = 0; count < 10; count += 1) {
        await accepted(eager, document);
        // As if more than a minute had passed: a file soon after another belongs to its batch.
        await strict.rows(`UPDATE imports SET created_at = created_at - interval '90 s'`);
      }
      const reply = await eager.upload(document);
      expect(reply).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } });
      expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(2000);
      await accepted(other, document);
    } finally {
      await strict.close();
    }
  });
});
