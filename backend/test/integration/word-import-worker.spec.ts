import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AdminQuizDetailDto } from '../../src/modules/catalogue/catalogue.dto.js';
import { parseWordFileJob } from '../../src/modules/word-import/word-import.jobs.js';
import { JobProducer } from '../../src/queue/job-producer.js';
import { plainText } from '../../src/shared/content.js';
import { longQuiz } from '../docx/long-quiz.js';
import { autoNumberedQuiz, colouredQuizWithPicture } from '../docx/quiz-documents.js';
import { docxEntries, paragraph, rawDocx, run } from '../docx/raw-docx.js';
import { buildZip, type ZipEntry } from '../docx/zip-builder.js';
import type { AppProcess } from '../support/app-process.js';
import { StaffRoom } from '../support/staff-room.js';
import { accepted, settled } from '../support/uploads.js';
import type { Visitor } from '../support/visitor.js';

let room: StaffRoom;
let admin: Visitor;
let worker: AppProcess;

beforeAll(async () => {
  room = await StaffRoom.open();
  admin = await room.admin();
  // Between what the largest refused document takes (about 122) and what the exhausting one would (190).
  worker = await room.startWorker({ IMPORT_MEMORY_MEGABYTES: '155' });
});
afterAll(() => room.close());

async function quizOf(importId: string): Promise<AdminQuizDetailDto> {
  const { quizId, state } = await settled(admin, importId);
  expect(state).toBe('DONE');
  return (await admin.get<AdminQuizDetailDto>(`/api/admin/quizzes/${quizId ?? ''}`)).body;
}

const quizCount = async () =>
  (await room.rows<{ count: number }>('SELECT count(*)::int AS count FROM quizzes'))[0]?.count ?? 0;

const keysOf = (quiz: AdminQuizDetailDto) =>
  quiz.questions.map(({ options }) => options.findIndex(({ correct }) => correct));

describe('the worker', () => {
  it('makes one draft of an upload, with every question, option and key of the document', async () => {
    const id = await accepted(admin, await autoNumberedQuiz(12), { fileName: 'Unit 3 sums.docx' });
    const quiz = await quizOf(id);
    expect(quiz).toMatchObject({ status: 'DRAFT', title: 'Unit 3 sums', importId: id });
    expect(quiz.questions.map(({ stem }) => plainText(stem))).toEqual(
      Array.from({ length: 12 }, (_, index) => `What is ${index + 1} + ${index + 1}?`),
    );
    expect(quiz.questions[4]?.options.map(({ content }) => plainText(content))).toEqual([
      '10',
      '11',
      '12',
      '13',
    ]);
    expect(keysOf(quiz)).toEqual(Array.from({ length: 12 }, () => 0));
    expect(await settled(admin, id)).toMatchObject({
      stage: 'READY',
      progress: 100,
      questionCount: 12,
      error: null,
    });
    expect((await admin.get(`/api/jobs/${id}`)).body).toMatchObject({
      state: 'DONE',
      result: { quizId: quiz.id },
    });
  });

  it('keeps pictures: served for ever, as what they are, and harmless', async () => {
    const quiz = await quizOf(await accepted(admin, await colouredQuizWithPicture()));
    expect(quiz.title).toBe('Colours of the flag');
    expect(keysOf(quiz)).toEqual([1, 0]);
    const [stem] = quiz.questions[0]?.stem ?? [];
    const picture = stem?.type === 'paragraph' ? stem.children.at(-1) : undefined;
    if (picture?.type !== 'image') throw new Error('no picture');
    const media = await room.anybody().send<string>(`/api/media/${picture.media}`, {});
    expect(media.status).toBe(200);
    expect(media.body.slice(1, 4)).toBe('PNG');
    expect(Object.fromEntries(media.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
    });
  });

  it('works under the request id of the upload in every line of its log', async () => {
    const requestId = 'upload-of-the-test-1';
    const id = await accepted(admin, await autoNumberedQuiz(1), { requestId });
    await settled(admin, id);
    const done = await vi.waitFor(() => {
      const line = worker.log.find(
        ({ message, context }) => message === 'import done' && context.importId === id,
      );
      if (line === undefined) throw new Error('not logged yet');
      return line;
    });
    expect(done).toMatchObject({ requestId, level: 'info', context: { jobId: id } });
  });

  it('makes one quiz however often the job is handed to it', async () => {
    const before = await quizCount();
    const id = await accepted(admin, longQuiz(300));
    const jobs = room.app.get(JobProducer, { strict: false });
    await Promise.all(
      Array.from({ length: 8 }, () => jobs.add(parseWordFileJob, { importId: id })),
    );
    await settled(admin, id);
    // Not even with tries left is it begun again.
    await room.owner.query('UPDATE imports SET tries = 0 WHERE id = $1', [id]);
    await jobs.add(parseWordFileJob, { importId: id });
    // Its turn comes after all of these.
    await settled(admin, await accepted(admin, longQuiz(1)));
    expect(await quizCount()).toBe(before + 2);
    expect(await room.rows('SELECT run FROM imports WHERE id = $1', [id])).toEqual([{ run: 1 }]);
  });

  it('fails a document that is no quiz, and makes none', async () => {
    const before = await quizCount();
    const id = await accepted(admin, rawDocx({ body: paragraph('Dear parents, we go swimming.') }));
    expect(await settled(admin, id)).toMatchObject({
      state: 'FAILED',
      quizId: null,
      error: { code: 'NOT_A_QUIZ' },
    });
    expect(await quizCount()).toBe(before);
  });
});

const main = 'word/document.xml';
const good = docxEntries({ body: paragraph('1. What?') });
const replacing = (entry: ZipEntry): Buffer =>
  buildZip(good.map((one) => (one.name === entry.name ? entry : one)));
const nested = (depth: number) => '<w:sdt>'.repeat(depth) + '</w:sdt>'.repeat(depth);
const hostile: [string, string, () => Buffer][] = [
  ['a zip bomb', 'ZIP_LIMIT', () => replacing({ name: main, data: Buffer.alloc(2e8, ' ') })],
  [
    'a lying size',
    'ZIP_INVALID',
    () => replacing({ name: main, data: '<w:document/>'.padEnd(4000), claimedSize: 20 }),
  ],
  ['encrypted', 'ZIP_INVALID', () => replacing({ name: main, data: 'x', encrypted: true })],
  [
    'of 65 000 entries',
    'ZIP_LIMIT',
    () =>
      buildZip([
        ...good,
        ...Array.from({ length: 65_000 }, (_, i) => ({ name: `${i}`, data: '' })),
      ]),
  ],
  ['no document', 'NOT_DOCX', () => buildZip([{ name: 'a.txt', data: 'hello' }])],
  [
    'entities',
    'XML_FORBIDDEN',
    () => rawDocx({ body: paragraph('&b;'), prolog: '<!DOCTYPE d [<!ENTITY b "x">]>' }),
  ],
  [
    'a foreign definition',
    'XML_FORBIDDEN',
    () => rawDocx({ body: '', prolog: '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">' }),
  ],
  ['200 000 levels', 'DOC_LIMIT', () => rawDocx({ body: nested(200_000) })],
  ['a million paragraphs', 'DOC_LIMIT', () => rawDocx({ body: '<w:p/>'.repeat(1_000_000) })],
  ['more memory than there is', 'DOC_MEMORY', () => longQuiz(15_000)],
];

describe('a file that is made to do harm', () => {
  it('fails alone with its code and a sentence, while the good ones beside it are done', async () => {
    const before = await quizCount();
    const bad: [string, string, string][] = [];
    const fine: string[] = [];
    for (const [name, code, bytes] of hostile) {
      bad.push([name, code, await accepted(admin, bytes())]);
      if (fine.length < 3) fine.push(await accepted(admin, await autoNumberedQuiz(3)));
    }
    for (const [name, code, id] of bad) {
      const { state, error, quizId } = await settled(admin, id);
      expect([name, state, error?.code, quizId]).toEqual([name, 'FAILED', code, null]);
      expect(error?.message).toMatch(/^[A-Z].*\.$/);
    }
    for (const id of fine) expect((await settled(admin, id)).state).toBe('DONE');
    expect(await quizCount()).toBe(before + fine.length);
  }, 120_000);

  it('of text and links is kept as text: no markup, no address, no path', async () => {
    const body = [
      paragraph('1. &lt;img src=x onerror=alert(1)&gt; ?'),
      `<w:p><w:hyperlink r:id="bad">${run('A. one')}</w:hyperlink></w:p>`,
      paragraph('B. two'),
      paragraph('Answer: B'),
    ].join('');
    const bytes = rawDocx({
      body,
      relationships: { bad: ['hyperlink', 'javascript:alert(1)'] },
      extra: [{ name: '../../outside.txt', data: 'x' }],
    });
    const quiz = await quizOf(await accepted(admin, bytes));
    expect(plainText(quiz.questions[0]?.stem ?? [])).toBe('<img src=x onerror=alert(1)> ?');
    expect(JSON.stringify(quiz)).not.toContain('javascript:');
  });

  it('with pictures that are none stores nothing of them', async () => {
    const drawing = (id: string) =>
      `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:embed="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const linked = drawing('far').replace('r:embed', 'r:link');
    const body = [
      `<w:p>${run('1. Which?')}${drawing('page')}${drawing('svg')}${linked}</w:p>`,
      paragraph('A. one'),
      paragraph('B. two'),
      paragraph('Answer: A'),
    ].join('');
    const bytes = rawDocx({
      body,
      relationships: {
        page: ['image', 'media/image1.png'],
        svg: ['image', 'media/image2.svg'],
        far: ['image', 'http://127.0.0.1:9/remote.png'],
      },
      extra: [
        { name: 'word/media/image1.png', data: '<html><script>alert(1)</script></html>' },
        { name: 'word/media/image2.svg', data: '<svg onload="alert(1)"/>' },
      ],
    });
    const quiz = await quizOf(await accepted(admin, bytes));
    expect(quiz.questions).toHaveLength(1);
    const [stored] = await room.rows<{ count: number }>(
      'SELECT count(*)::int AS count FROM media WHERE quiz_id = $1',
      [quiz.id],
    );
    expect(stored?.count).toBe(0);
    const codes = quiz.questions[0]?.diagnostics.map(({ code }) => code) ?? [];
    expect(codes).toEqual(expect.arrayContaining(['IMAGE_FORMAT', 'IMAGE_EXTERNAL']));
  });
});
