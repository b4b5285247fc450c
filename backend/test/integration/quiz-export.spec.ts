import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewQuestion } from '../../src/modules/catalogue/catalogue.api.js';
import type { ParsedQuiz } from '../../src/modules/word-import/domain/parsed-quiz.js';
import { parseDocx } from '../../src/modules/word-import/parser/parse-docx.js';
import { plainText, textContent, type RichContent } from '../../src/shared/content.js';
import { png } from '../docx/images.js';
import { choiceQuestion, StaffRoom } from '../support/staff-room.js';
import type { Visitor } from '../support/visitor.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const LONG_QUIZ = 2000;
const LONGEST_STALL_MS = 500;

const picture = png(8, 6);
const sha256 = createHash('sha256').update(picture).digest('hex');
const media = [{ sha256, mime: 'image/png', width: 8, height: 6, bytes: picture }];
const withPicture: RichContent = [
  ...textContent('Which?'),
  { type: 'paragraph', children: [{ type: 'image', media: sha256, width: 80, height: 60 }] },
];
const typedQuestion: NewQuestion = {
  ...choiceQuestion('How many?'),
  type: 'NUMERIC',
  points: 2.5,
  options: [],
  answer: { value: 12, tolerance: 0.5 },
};

let room: StaffRoom;
let admin: Visitor;

beforeAll(async () => {
  room = await StaffRoom.open();
  admin = await room.admin();
});
afterAll(() => room.close());

const pathOf = (id: string, query = '') => `/api/admin/quizzes/${id}/export.docx${query}`;

/** A download as bytes, with its headers. */
async function download(who: Visitor, path: string) {
  const response = await who.fetch(path);
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

async function exported(id: string, query?: string): Promise<ParsedQuiz> {
  const { response, bytes } = await download(admin, pathOf(id, query));
  expect([response.status, response.headers.get('content-type')]).toEqual([200, WORD]);
  return parseDocx(bytes);
}

describe('a quiz as a Word document', () => {
  it('reads as the quiz it was written from, with its pictures and what staff set', async () => {
    const questions = [{ ...choiceQuestion(), stem: withPicture }, typedQuestion];
    const id = await room.draft(admin, { title: 'Đề số 1', questions, media });
    const { status } = await admin.patch(`/api/admin/quizzes/${id}`, {
      description: 'Two lines\nof text',
      difficulty: 'HARD',
      timeLimitSeconds: 90,
    });
    expect(status).toBe(200);
    const quiz = await exported(id);
    expect(quiz).toMatchObject({
      title: 'Đề số 1',
      description: 'Two lines\nof text',
      difficulty: 'HARD',
      timeLimitSeconds: 90,
      diagnostics: [],
    });
    expect(quiz.questions.map(({ type, points, answer }) => [type, points, answer])).toEqual([
      ['SINGLE_CHOICE', null, null],
      ['NUMERIC', 2.5, { value: 12, tolerance: 0.5 }],
    ]);
    expect(quiz.questions[0]?.stem).toEqual(withPicture);
    expect(quiz.media.map((file) => file.sha256)).toEqual([sha256]);
  });

  it('is a download named after the quiz, in any script, that no cache keeps', async () => {
    const id = await room.draft(admin, { title: 'Đề "số" 1' });
    const { response } = await download(admin, pathOf(id));
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="e so 1.docx"; filename*=UTF-8''%C4%90%E1%BB%81%20s%E1%BB%91%201.docx`,
    );
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  it('has its own words in the language asked for', async () => {
    const id = await room.draft(admin);
    const { paragraphs } = await exported(id, '?language=vi');
    expect(paragraphs.map(({ text }) => text)).toContain('Đáp án: A');
  });

  it('can be had of a draft, of a published quiz and of an archived one, by any admin', async () => {
    const other = await room.admin();
    const id = await room.published(admin);
    expect((await download(other, pathOf(id, '?version=published'))).response.status).toBe(200);
    await admin.post(`/api/admin/quizzes/${id}/archive`);
    expect((await exported(id)).questions).toHaveLength(1);
  });

  it('is a 404 when there is no such quiz, and when it was never published', async () => {
    const draft = await room.draft(admin);
    for (const path of [pathOf(randomUUID()), pathOf(draft, '?version=published')]) {
      expect(await admin.get(path)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }
  });

  it('is for admins alone', async () => {
    const id = await room.draft(admin);
    expect(await (await room.student()).get(pathOf(id))).toMatchObject({ status: 403 });
    expect(await room.anybody().get(pathOf(id))).toMatchObject({ status: 401 });
  });

  it('refuses a language or version there is not', async () => {
    const id = await room.draft(admin);
    for (const query of ['?language=xx', '?version=3', '?unknown=1']) {
      expect((await admin.get(pathOf(id, query))).status).toBe(422);
    }
  });

  it('of 2 000 questions is written without keeping others waiting', async () => {
    const questions = Array.from({ length: LONG_QUIZ }, (_, index) =>
      choiceQuestion(`What is ${index} + ${index}?`),
    );
    const id = await room.draft(admin, { questions });
    const stalls: number[] = [];
    let before = performance.now();
    const clock = setInterval(() => {
      stalls.push(performance.now() - before);
      before = performance.now();
    }, 5);
    const { bytes } = await download(admin, pathOf(id));
    clearInterval(clock);
    expect(Math.max(...stalls)).toBeLessThan(LONGEST_STALL_MS);
    const { questions: read } = await parseDocx(bytes);
    expect(read).toHaveLength(LONG_QUIZ);
    expect(plainText(read.at(-1)?.stem ?? [])).toBe('What is 1999 + 1999?');
  });
});

describe('the sample document', () => {
  it.each([
    ['', 'Sample quiz'],
    ['?language=vi', 'Đề mẫu'],
  ])('is there for everybody%s', async (query, title) => {
    const { response, bytes } = await download(room.anybody(), `/api/imports/sample.docx${query}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, WORD]);
    expect(await parseDocx(bytes)).toMatchObject({ title, diagnostics: [] });
  });
});
