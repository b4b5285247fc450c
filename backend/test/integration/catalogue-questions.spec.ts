import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AdminQuestionDto,
  AdminQuizDetailDto,
} from '../../src/modules/catalogue/catalogue.dto.js';
import type { NewQuestion } from '../../src/modules/catalogue/catalogue.api.js';
import { type RichContent, textContent } from '../../src/shared/content.js';
import { png } from '../docx/images.js';
import { choiceQuestion, doubt, StaffRoom } from '../support/staff-room.js';
import type { Visitor } from '../support/visitor.js';

let room: StaffRoom;
let admin: Visitor;

beforeAll(async () => {
  room = await StaffRoom.open();
  admin = await room.admin();
});
afterAll(() => room.close());

const typed = (type: 'SHORT_ANSWER' | 'NUMERIC'): NewQuestion => ({
  ...choiceQuestion('How much?'),
  type,
  options: [],
  diagnostics: [doubt('KEY_MISSING', 'error')],
});

async function draftOf(...questions: NewQuestion[]) {
  const quizId = await room.draft(admin, { questions });
  const read = async () =>
    (await admin.get<AdminQuizDetailDto>(`/api/admin/quizzes/${quizId}`)).body;
  const first = (await read()).questions[0];
  if (first === undefined) throw new Error('no question');
  const path = `/api/admin/quizzes/${quizId}/questions/${first.id}`;
  const change = (body: object) => admin.patch<AdminQuestionDto>(path, body);
  return { quizId, first, path, read, change };
}

const picture = (media: string): RichContent => [
  { type: 'paragraph', children: [{ type: 'image', media }] },
];

describe('a question of a draft', () => {
  it('is reworded, and only in what is named', async () => {
    const { first, read, change } = await draftOf(choiceQuestion());
    const reply = await change({ stem: textContent('Who?'), points: 2.5 });
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ ...first, stem: textContent('Who?'), points: 2.5, edited: true });
    expect((await read()).questions).toEqual([reply.body]);
    const explained = await change({ explanation: textContent('Because.') });
    expect(explained.body.explanation).toEqual(textContent('Because.'));
    expect((await change({ explanation: null })).body.explanation).toBeNull();
  });

  it('keeps the options that stay, takes new ones, and drops the others, in the order given', async () => {
    const { first, change } = await draftOf(choiceQuestion());
    const [one, two, three] = first.options;
    if (!one || !two || !three) throw new Error('an option is missing');
    const { body } = await change({
      options: [
        { ...three, correct: true },
        { content: textContent('four'), correct: true },
        { ...one, content: textContent('eins'), correct: false },
      ],
    });
    expect(body.type).toBe('MULTIPLE_CHOICE');
    expect(body.options.map(({ content, correct }) => [content, correct])).toEqual([
      [textContent('three'), true],
      [textContent('four'), true],
      [textContent('eins'), false],
    ]);
    expect([body.options[0]?.id, body.options[2]?.id]).toEqual([three.id, one.id]);
    expect(body.options.map(({ id }) => id)).not.toContain(two.id);
  });

  it('that is answered by typing gets its answers by hand, and can be published then', async () => {
    const { quizId, change } = await draftOf(typed('SHORT_ANSWER'));
    const reply = await change({ acceptedAnswers: ['Hà Nội', ' Hanoi '] });
    expect(reply.body).toMatchObject({
      acceptedAnswers: ['Hà Nội', 'Hanoi'],
      numericAnswer: null,
      diagnostics: [],
    });
    expect((await admin.post(`/api/admin/quizzes/${quizId}/publish`)).status).toBe(200);
  });

  it('with a number for an answer gets value and tolerance by hand', async () => {
    const { quizId, change } = await draftOf(typed('NUMERIC'));
    const numericAnswer = { value: -2.5, tolerance: 0.1 };
    expect((await change({ numericAnswer })).body).toMatchObject({
      numericAnswer,
      acceptedAnswers: ['-2.5 ± 0.1'],
      diagnostics: [],
    });
    expect((await change({ numericAnswer: { value: 1, tolerance: -1 } })).status).toBe(422);
    expect((await change({ points: 3 })).body).toMatchObject({ numericAnswer });
    expect((await change({ numericAnswer: null })).body.numericAnswer).toBeNull();
    expect((await admin.post(`/api/admin/quizzes/${quizId}/publish`)).status).toBe(409);
  });

  it('becomes of another type, with what that type needs', async () => {
    const { change } = await draftOf(choiceQuestion());
    const short = await change({ type: 'SHORT_ANSWER', acceptedAnswers: ['x'] });
    expect(short.body).toMatchObject({ type: 'SHORT_ANSWER', options: [], acceptedAnswers: ['x'] });
    const options = [
      { content: textContent('yes'), correct: true },
      { content: textContent('no'), correct: false },
    ];
    const choice = await change({ type: 'TRUE_FALSE', options });
    expect(choice.body).toMatchObject({ type: 'TRUE_FALSE', options, acceptedAnswers: [] });
  });

  it('is held back while its text is gone', async () => {
    const { quizId, read, change } = await draftOf(choiceQuestion());
    await change({ stem: textContent('   ') });
    expect((await read()).errorCount).toBe(1);
    expect(await admin.post(`/api/admin/quizzes/${quizId}/publish`)).toMatchObject({
      status: 409,
      body: { questions: [{ codes: ['STEM_MISSING'] }] },
    });
    const { body } = await admin.get<{ items: { id: string; errorCount: number }[] }>(
      '/api/admin/quizzes?limit=1',
    );
    expect(body.items).toMatchObject([{ id: quizId, errorCount: 1 }]);
  });

  it('takes pictures of its own quiz only', async () => {
    const bytes = png(4, 4);
    const media = [{ sha256: 'a'.repeat(64), mime: 'image/png', width: 4, height: 4, bytes }];
    const pictured = { ...choiceQuestion(), stem: picture('a'.repeat(64)) };
    const quizId = await room.draft(admin, { questions: [pictured], media });
    const { body } = await admin.get<AdminQuizDetailDto>(`/api/admin/quizzes/${quizId}`);
    const [own] = body.questions;
    if (own === undefined) throw new Error('no question');
    const path = `/api/admin/quizzes/${quizId}/questions/${own.id}`;
    expect((await admin.patch(path, { stem: own.stem })).body).toMatchObject({ edited: false });

    const other = await draftOf(choiceQuestion());
    for (const stem of [own.stem, picture(randomUUID()), picture('http://127.0.0.1/x.png')]) {
      expect(await other.change({ stem })).toMatchObject({
        status: 422,
        body: { code: 'UNKNOWN_PICTURE' },
      });
    }
  });

  it('refuses what it cannot be, and stays as it is', async () => {
    const { first, read, change } = await draftOf(choiceQuestion());
    const [option] = first.options;
    const bad: [object, string][] = [
      [{ options: [{ ...option, id: randomUUID() }] }, 'UNKNOWN_OPTION'],
      [{ options: [option, option] }, 'UNKNOWN_OPTION'],
      [{ acceptedAnswers: ['x'] }, 'ANSWER_MISMATCH'],
      [{ numericAnswer: { value: 1, tolerance: 0 } }, 'ANSWER_MISMATCH'],
      [{ stem: textContent('a\u0000b') }, 'VALIDATION_FAILED'],
      [{ stem: textContent('\ud800') }, 'VALIDATION_FAILED'],
      [{ stem: textContent('x'.repeat(50_001)) }, 'VALIDATION_FAILED'],
      [{ stem: [{ type: 'html', html: '<b>' }] }, 'VALIDATION_FAILED'],
      [{ stem: null }, 'VALIDATION_FAILED'],
      [{ points: -1 }, 'VALIDATION_FAILED'],
      [{ points: 1001 }, 'VALIDATION_FAILED'],
      [{ position: 3 }, 'VALIDATION_FAILED'],
    ];
    for (const [body, code] of bad) {
      const reply = await change(body);
      expect([reply.status, (reply.body as unknown as { code: string }).code]).toEqual([422, code]);
    }
    expect((await read()).questions).toEqual([first]);
  });

  it('refuses a formula nested without end', async () => {
    const { first, path, read } = await draftOf(choiceQuestion());
    const depth = 15_000;
    const root = `${'{"tag":"mrow","children":['.repeat(depth)}${']}'.repeat(depth)}`;
    const body = `{"stem":[{"type":"paragraph","children":[{"type":"math","text":"x","root":${root}}]}]}`;
    const headers = { 'content-type': 'application/json' };
    const reply = await admin.send(path, { method: 'PATCH', headers, body });
    expect(reply).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED' } });
    expect((await read()).questions).toEqual([first]);
  });

  it('is not changed once the quiz was published', async () => {
    const { quizId, path, read, change } = await draftOf(choiceQuestion());
    await admin.post(`/api/admin/quizzes/${quizId}/publish`);
    const before = await read();
    const refusals = [
      await change({ points: 2 }),
      await admin.post(`${path}/diagnostics/dismiss`, { code: 'LABEL_GAP' }),
    ];
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ status: 409, body: { code: 'QUIZ_NOT_DRAFT' } });
    }
    expect(await read()).toEqual(before);
  });
});
