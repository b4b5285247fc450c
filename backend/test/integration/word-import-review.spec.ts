import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AdminQuestionDto,
  AdminQuizDetailDto,
} from '../../src/modules/catalogue/catalogue.dto.js';
import type { ImportDocumentDto } from '../../src/modules/word-import/import-review.dto.js';
import type { ImportDto } from '../../src/modules/word-import/word-import.dto.js';
import type { Page } from '../../src/shared/pagination.js';
import { plainText, textContent } from '../../src/shared/content.js';
import type { ImportChoices } from '../../src/shared/import-choices.js';
import { longQuiz } from '../docx/long-quiz.js';
import { colouredQuizWithPicture } from '../docx/quiz-documents.js';
import { paragraph, rawDocx } from '../docx/raw-docx.js';
import { StaffRoom } from '../support/staff-room.js';
import { accepted, importOf, settled } from '../support/uploads.js';
import type { Visitor } from '../support/visitor.js';

/** Each question takes six paragraphs: the number, four options, the answer. */
const PER_QUESTION = 6;

let room: StaffRoom;
let admin: Visitor;

beforeAll(async () => {
  room = await StaffRoom.open();
  admin = await room.admin();
  await room.startWorker();
});
afterAll(() => room.close());

async function imported(bytes: Uint8Array): Promise<{ id: string; quizId: string }> {
  const { id, quizId } = await settled(admin, await accepted(admin, bytes));
  if (quizId === null) throw new Error('no quiz was made');
  return { id, quizId };
}

const choose = (id: string, choices: ImportChoices) =>
  admin.put<ImportDto>(`/api/imports/${id}/choices`, { choices });

/** Has the file read again and waits until it is. */
async function reread(id: string, choices: ImportChoices): Promise<ImportDto> {
  const reply = await choose(id, choices);
  expect(reply.status, JSON.stringify(reply.body)).toBe(202);
  return settled(admin, id);
}

async function quizOf(quizId: string): Promise<AdminQuizDetailDto> {
  return (await admin.get<AdminQuizDetailDto>(`/api/admin/quizzes/${quizId}`)).body;
}

async function questionOf(quizId: string, index: number): Promise<AdminQuestionDto> {
  const question = (await quizOf(quizId)).questions[index];
  if (question === undefined) throw new Error(`no question ${index}`);
  return question;
}

const change = (quizId: string, questionId: string, body: object) =>
  admin.patch<AdminQuestionDto>(`/api/admin/quizzes/${quizId}/questions/${questionId}`, body);

const stems = ({ questions }: AdminQuizDetailDto) => questions.map(({ stem }) => plainText(stem));
const sums = (...numbers: number[]) => numbers.map((n) => `What is ${n} + ${n}?`);
const ignoring = (...questions: number[]): ImportChoices => ({
  ignoredParagraphs: questions.flatMap((question) =>
    Array.from({ length: PER_QUESTION }, (_, at) => PER_QUESTION * question + at),
  ),
});
const documentOf = async (id: string, query = '') =>
  (await admin.get<ImportDocumentDto>(`/api/imports/${id}/document${query}`)).body;

describe('the document of an import', () => {
  it('is given in windows, each paragraph with what became of it and the questions read from it', async () => {
    const { id } = await imported(longQuiz(400));
    const whole = await documentOf(id, '?limit=2000');
    expect(whole).toMatchObject({ importId: id, total: 2400, choices: {} });
    expect(whole.paragraphs.map(({ index }) => index)).toEqual(
      Array.from({ length: 2000 }, (_, index) => index),
    );
    const window = await documentOf(id, '?from=995&limit=10');
    expect(window.total).toBe(2400);
    expect(window.paragraphs).toEqual(whole.paragraphs.slice(995, 1005));
    expect(window.paragraphs[1]).toEqual({
      index: 996,
      label: '',
      text: '167. What is 166 + 166?',
      place: null,
      state: 'used',
      questionNos: [167],
      images: [],
    });
    expect((await documentOf(id, '?from=2399')).paragraphs).toHaveLength(1);
    expect((await documentOf(id, '?from=2400')).paragraphs).toEqual([]);
    for (const query of ['?limit=2001', '?limit=0', '?from=-1', '?from=1.5', '?to=3']) {
      expect((await admin.get(`/api/imports/${id}/document${query}`)).status).toBe(422);
    }
  });

  it('tells what is in no question, and follows the questions as they change', async () => {
    const body = [
      paragraph('Colours'),
      paragraph('1. Which is warm?'),
      paragraph('A. red'),
      paragraph('B. blue'),
      paragraph('Answer: A'),
      paragraph('2. Which is cold?'),
      paragraph('A. red'),
      paragraph('B. blue'),
      paragraph('Answer: B'),
    ].join('');
    const { id, quizId } = await imported(rawDocx({ body }));
    const first = await questionOf(quizId, 0);
    expect(first.source).toMatchObject({ importId: id, number: '1', paragraphs: [1, 2, 3, 4] });
    await admin.delete(`/api/admin/quizzes/${quizId}/questions/${first.id}`);
    const { paragraphs } = await documentOf(id);
    expect(paragraphs.map(({ state, questionNos }) => [state, questionNos])).toEqual([
      ['used', []],
      ...Array.from({ length: 4 }, () => ['ignored', []]),
      ...Array.from({ length: 4 }, () => ['used', [1]]),
    ]);
  });

  it('shows pictures by the addresses of the quiz, and the cells of tables', async () => {
    const { id } = await imported(await colouredQuizWithPicture());
    const [picture] = (await documentOf(id)).paragraphs.flatMap(({ images }) => images);
    expect((await room.anybody().get(`/api/media/${picture ?? ''}`)).status).toBe(200);

    const cells = ['1. Which?', 'A. one', 'B. two', 'Answer: A'];
    const rows = cells.map((text) => `<w:tr><w:tc>${paragraph(text)}</w:tc></w:tr>`).join('');
    const table = await imported(rawDocx({ body: `<w:tbl>${rows}</w:tbl>` }));
    expect((await documentOf(table.id)).paragraphs[2]?.place).toMatchObject({ row: 2, column: 0 });
  });
});

describe('an import in the list', () => {
  const halfKeyed = rawDocx({
    body: ['1. Which?', 'A. one', 'B. two', 'Answer: A', '2. Who?', 'A. me', 'B. you']
      .map((text) => paragraph(text))
      .join(''),
  });

  it('tells how many of its questions errors hold back now, and no longer once they are settled', async () => {
    const { id, quizId } = await imported(halfKeyed);
    const listed = async () =>
      (await admin.get<Page<ImportDto>>('/api/imports')).body.items.find((one) => one.id === id);
    expect(await importOf(admin, id)).toMatchObject({ questionCount: 2, errorCount: 1 });
    expect(await listed()).toMatchObject({ questionCount: 2, errorCount: 1 });
    const { id: questionId, options } = await questionOf(quizId, 1);
    await admin.put(`/api/admin/quizzes/${quizId}/questions/${questionId}/key`, {
      correctOptionIds: [options[0]?.id],
    });
    expect(await importOf(admin, id)).toMatchObject({ questionCount: 2, errorCount: 0 });
    expect(await listed()).toMatchObject({ errorCount: 0 });
  });
});

describe('the category that a document names', () => {
  const naming = (category: string) =>
    rawDocx({
      body: [`Category: ${category}`, '1. Which?', 'A. one', 'B. two', 'Answer: A']
        .map((text) => paragraph(text))
        .join(''),
    });

  it('is warned of where there is none of that name, at its place, until there is one', async () => {
    const { id, quizId } = await imported(naming('Botany of Mars'));
    const { diagnostics, errorCount } = await importOf(admin, id);
    expect(diagnostics).toMatchObject([
      {
        code: 'CATEGORY_UNKNOWN',
        severity: 'warning',
        paragraph: 0,
        excerpt: 'Botany of Mars',
        noteValues: { written: 'Botany of Mars' },
      },
    ]);
    expect(errorCount).toBe(0);
    expect((await quizOf(quizId)).category).toBeNull();
    expect((await documentOf(id)).paragraphs[0]).toMatchObject({ state: 'unresolved' });
    expect(await reread(id, {})).toMatchObject({ diagnostics });
    expect(await reread(id, { ignoredParagraphs: [0] })).toMatchObject({
      diagnostics: [{ code: 'IGNORED_TEXT' }],
    });
    await admin.post('/api/categories', { name: 'Botany of Mars' });
    expect(await reread(id, {})).toMatchObject({
      diagnostics: [{ note: 'KEPT_AS_DETAIL' }],
    });
  });

  it('is taken where there is one, in letters of any case, without a word', async () => {
    await admin.post('/api/categories', { name: 'Ferns' });
    const { id, quizId } = await imported(naming('FERNS'));
    expect((await quizOf(quizId)).category).toMatchObject({ name: 'Ferns' });
    const { diagnostics } = await importOf(admin, id);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['info']);
  });
});

describe('choices about a document', () => {
  it('have it read again into the very same quiz, and the former ones undo them', async () => {
    const { id, quizId } = await imported(longQuiz(4));
    await admin.patch(`/api/admin/quizzes/${quizId}`, { title: 'My title' });
    const reply = await choose(id, ignoring(1));
    expect(reply).toMatchObject({
      status: 202,
      body: { id, quizId, choices: ignoring(1), error: null, finishedAt: null },
    });
    expect(await settled(admin, id)).toMatchObject({
      state: 'DONE',
      quizId,
      questionCount: 3,
      keptEdits: 0,
      error: null,
    });
    expect(stems(await quizOf(quizId))).toEqual(sums(0, 2, 3));
    expect((await quizOf(quizId)).title).toBe('My title');
    const ignored = (await documentOf(id, '?from=6&limit=6')).paragraphs;
    expect(new Set(ignored.map(({ state }) => state))).toEqual(new Set(['ignored']));

    await reread(id, {});
    expect(stems(await quizOf(quizId))).toEqual(sums(0, 1, 2, 3));
    const [made] = await room.rows<{ count: number }>(
      `SELECT count(DISTINCT v.quiz_id)::int AS count FROM questions q
       JOIN quiz_versions v ON v.id = q.version_id WHERE q.source ->> 'importId' = $1`,
      [id],
    );
    expect(made?.count).toBe(1);
  });

  it('leave questions as they were edited by hand, in their place, and say how many', async () => {
    const { id, quizId } = await imported(longQuiz(5));
    const [second, fourth] = [await questionOf(quizId, 1), await questionOf(quizId, 3)];
    await change(quizId, second.id, { stem: textContent('One and one?') });
    await admin.put(`/api/admin/quizzes/${quizId}/questions/${fourth.id}/key`, {
      correctOptionIds: [fourth.options[2]?.id],
    });
    expect((await quizOf(quizId)).questions.map(({ edited }) => edited)).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(await reread(id, ignoring(0))).toMatchObject({ keptEdits: 2 });
    const quiz = await quizOf(quizId);
    expect(stems(quiz)).toEqual(['One and one?', ...sums(2, 3, 4)]);
    expect(quiz.questions[0]?.id).toBe(second.id);
    expect(quiz.questions[2]).toMatchObject({ id: fourth.id, edited: true });
    expect(quiz.questions[2]?.options.map(({ correct }) => correct)).toEqual([
      false,
      false,
      true,
      false,
    ]);
    // Also when what was edited is ignored altogether: only a hand takes away what a hand made.
    expect(await reread(id, ignoring(1, 3))).toMatchObject({ keptEdits: 2 });
    expect(stems(await quizOf(quizId))).toEqual([
      ...sums(0),
      'One and one?',
      ...sums(2),
      ...sums(3),
      ...sums(4),
    ]);
  });

  it('do not take an edit that was taken back for one', async () => {
    const { id, quizId } = await imported(longQuiz(2));
    const { id: questionId, stem } = await questionOf(quizId, 0);
    await change(quizId, questionId, { stem: textContent('Something else') });
    expect((await change(quizId, questionId, { stem })).body.edited).toBe(false);
    expect(await reread(id, {})).toMatchObject({ keptEdits: 0 });
  });

  it('do not bring back questions that were removed by hand', async () => {
    const { id, quizId } = await imported(longQuiz(4));
    const { id: questionId } = await questionOf(quizId, 2);
    await admin.delete(`/api/admin/quizzes/${quizId}/questions/${questionId}`);
    await reread(id, {});
    expect(stems(await quizOf(quizId))).toEqual(sums(0, 1, 3));
    await reread(id, ignoring(0));
    expect(stems(await quizOf(quizId))).toEqual(sums(1, 3));
  });

  it('keep pictures served under the same address', async () => {
    const { id, quizId } = await imported(await colouredQuizWithPicture());
    const before = await quizOf(quizId);
    await reread(id, {});
    const after = await quizOf(quizId);
    expect(after.questions.map(({ stem }) => stem)).toEqual(
      before.questions.map(({ stem }) => stem),
    );
    const pictures = await room.rows('SELECT id FROM media WHERE quiz_id = $1', [quizId]);
    expect(pictures).toHaveLength(1);
  });

  it('that leave no question keep those there were, and the former ones mend it', async () => {
    const { id, quizId } = await imported(longQuiz(2));
    expect(await reread(id, ignoring(0, 1))).toMatchObject({
      state: 'FAILED',
      quizId,
      error: { code: 'NOT_A_QUIZ' },
    });
    expect(stems(await quizOf(quizId))).toEqual(sums(0, 1));
    expect(await reread(id, {})).toMatchObject({ state: 'DONE', quizId, error: null });
  });

  it('can make a quiz of a document that was taken for none', async () => {
    const id = await accepted(admin, rawDocx({ body: paragraph('Dear parents, we go swimming.') }));
    expect(await settled(admin, id)).toMatchObject({ state: 'FAILED', quizId: null });
    const { paragraphs } = await documentOf(id);
    expect(paragraphs.map(({ state }) => state)).toEqual(['unresolved']);
    expect(await reread(id, { ignoredParagraphs: [5] })).toMatchObject({ state: 'FAILED' });
    // As if the grammar had learnt to read it meanwhile.
    await room.owner.query('UPDATE import_files SET bytes = $2 WHERE import_id = $1', [
      id,
      longQuiz(2),
    ]);
    const { state, quizId } = await reread(id, {});
    expect(state).toBe('DONE');
    expect(stems(await quizOf(quizId ?? ''))).toEqual(sums(0, 1));
  });

  it('are refused while the file is being read', async () => {
    const { id } = await imported(longQuiz(2_000));
    expect((await choose(id, ignoring(0))).status).toBe(202);
    expect(await choose(id, ignoring(1))).toMatchObject({
      status: 409,
      body: { code: 'IMPORT_UNDER_WAY' },
    });
    expect(await settled(admin, id)).toMatchObject({ choices: ignoring(0) });
  });

  it('are refused once the quiz was published or removed, and change nothing', async () => {
    const { id, quizId } = await imported(longQuiz(2));
    await admin.post(`/api/admin/quizzes/${quizId}/publish`);
    const before = await importOf(admin, id);
    expect(await choose(id, ignoring(0))).toMatchObject({
      status: 409,
      body: { code: 'QUIZ_NOT_DRAFT' },
    });
    expect(await importOf(admin, id)).toEqual(before);

    const gone = await imported(longQuiz(1));
    await room.owner.query('DELETE FROM quizzes WHERE id = $1', [gone.quizId]);
    expect(await choose(gone.id, {})).toMatchObject({
      status: 409,
      body: { code: 'QUIZ_REMOVED' },
    });
  });

  it('come to nothing when the quiz is published while the file is being read', async () => {
    const { id, quizId } = await imported(longQuiz(2_000));
    const before = stems(await quizOf(quizId));
    expect((await choose(id, ignoring(0))).status).toBe(202);
    expect((await admin.post(`/api/admin/quizzes/${quizId}/publish`)).status).toBe(200);
    expect(await settled(admin, id)).toMatchObject({
      state: 'FAILED',
      quizId,
      error: { code: 'QUIZ_NOT_DRAFT' },
    });
    expect(stems(await quizOf(quizId))).toEqual(before);
  });

  it('that are none are refused', async () => {
    const { id } = await imported(longQuiz(1));
    const bad = [
      { optionsAre: 'guesses' },
      { ignoredParagraphs: [-1] },
      { ignoredParagraphs: Array.from({ length: 5001 }, () => 0) },
      { unknown: true },
      null,
    ];
    for (const choices of bad) {
      expect((await admin.put(`/api/imports/${id}/choices`, { choices })).status).toBe(422);
    }
  });

  it('as many as there may be reach the parser', async () => {
    const { id } = await imported(longQuiz(1));
    const ignoredParagraphs = Array.from({ length: 5000 }, (_, at) => 2_000_000_000 + at);
    const choices: ImportChoices = { ignoredParagraphs };
    expect(await reread(id, choices)).toMatchObject({ state: 'DONE', choices });
  });
});

describe('a doubt put aside', () => {
  const twice = rawDocx({
    body: ['1. Which?', 'A. one', 'B. one', 'Answer: A', '2. Who?', 'A. me', 'B. you']
      .map((text) => paragraph(text))
      .join(''),
  });
  const dismiss = (quizId: string, questionId: string, code: string) =>
    admin.post(`/api/admin/quizzes/${quizId}/questions/${questionId}/diagnostics/dismiss`, {
      code,
    });

  it('stays aside when the file is read again', async () => {
    const { id, quizId } = await imported(twice);
    const question = await questionOf(quizId, 0);
    expect(question.diagnostics.map(({ code }) => code)).toEqual(['DUPLICATE_OPTION']);
    const reply = await dismiss(quizId, question.id, 'DUPLICATE_OPTION');
    expect(reply).toMatchObject({ status: 200, body: { diagnostics: [], edited: false } });
    for (let round = 0; round < 2; round += 1) {
      expect(await reread(id, {})).toMatchObject({ keptEdits: 0 });
      expect((await questionOf(quizId, 0)).diagnostics).toEqual([]);
    }
  });

  it('does not make good what the question lacks', async () => {
    const { quizId } = await imported(twice);
    const { id: questionId } = await questionOf(quizId, 1);
    expect((await dismiss(quizId, questionId, 'KEY_MISSING')).status).toBe(200);
    expect((await dismiss(quizId, questionId, 'KEY_MISSING')).status).toBe(404);
    expect(await admin.post(`/api/admin/quizzes/${quizId}/publish`)).toMatchObject({
      status: 409,
      body: { questions: [{ position: 1, codes: ['KEY_MISSING'] }] },
    });
  });
});

describe('the review of an import', () => {
  it('is nobody else’s: 404 for another admin, 403 for a student, 401 for nobody', async () => {
    const { id } = await imported(longQuiz(1));
    const before = await importOf(admin, id);
    const [colleague, student] = [await room.admin(), await room.student()];
    for (const [person, status] of [
      [colleague, 404],
      [student, 403],
      [room.anybody(), 401],
    ] as const) {
      expect((await person.get(`/api/imports/${id}/document`)).status).toBe(status);
      const reply = await person.put(`/api/imports/${id}/choices`, { choices: {} });
      expect(reply.status).toBe(status);
    }
    expect(await importOf(admin, id)).toEqual(before);
    expect((await admin.get(`/api/imports/${randomUUID()}/document`)).status).toBe(404);
  });
});
