import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AdminQuestionDto,
  AdminQuizDetailDto,
  AdminQuizCardDto,
  QuizCardDto,
} from '../../src/modules/catalogue/catalogue.dto.js';
import { plainText } from '../../src/shared/content.js';
import type { Page } from '../../src/shared/pagination.js';
import { choiceQuestion, doubt, StaffRoom } from '../support/staff-room.js';
import type { Visitor } from '../support/visitor.js';

let room: StaffRoom;
let admin: Visitor;

beforeAll(async () => {
  room = await StaffRoom.open();
  admin = await room.admin();
});
afterAll(() => room.close());

async function read(quizId: string): Promise<AdminQuizDetailDto> {
  return (await admin.get<AdminQuizDetailDto>(`/api/admin/quizzes/${quizId}`)).body;
}

const publish = (quizId: string) => admin.post(`/api/admin/quizzes/${quizId}/publish`);
const setKey = (quizId: string, questionId: string, correctOptionIds: string[]) =>
  admin.put<AdminQuestionDto>(`/api/admin/quizzes/${quizId}/questions/${questionId}/key`, {
    correctOptionIds,
  });

async function listed(visitor: Visitor): Promise<string[]> {
  const { body } = await visitor.get<Page<QuizCardDto>>('/api/quizzes?limit=100');
  return body.items.map(({ id }) => id);
}

/** Questions that may not be published: without a key, with an error, and one in order between them. */
const faulty = [
  choiceQuestion('No key', []),
  choiceQuestion('In order'),
  { ...choiceQuestion('Two keys', []), diagnostics: [doubt('KEY_CONFLICT', 'error')] },
  { ...choiceQuestion('Odd'), diagnostics: [doubt('STEM_MISSING', 'error')] },
];

describe('a draft', () => {
  it('is seen by staff and by nobody else, until it is published', async () => {
    const quizId = await room.draft(admin, { title: 'Not ready' });
    const student = await room.student();
    for (const visitor of [student, room.anybody()]) {
      expect((await visitor.get(`/api/quizzes/${quizId}`)).status).toBe(404);
      expect(await listed(visitor)).not.toContain(quizId);
    }
    expect((await student.get(`/api/admin/quizzes/${quizId}`)).status).toBe(403);
    expect((await student.post(`/api/admin/quizzes/${quizId}/publish`)).status).toBe(403);
    expect(await read(quizId)).toMatchObject({ status: 'DRAFT', title: 'Not ready' });

    expect((await publish(quizId)).status).toBe(200);
    expect((await student.get(`/api/quizzes/${quizId}`)).body).toMatchObject({
      title: 'Not ready',
      questionCount: 1,
      totalPoints: 1,
    });
    expect(await listed(room.anybody())).toContain(quizId);
  });

  it('never shows a key to who does not staff it', async () => {
    const quizId = await room.published(admin);
    const { body } = await room.anybody().get(`/api/quizzes/${quizId}`);
    expect(JSON.stringify(body)).not.toMatch(/correct|answer|options/);
  });

  it('is not published while questions are in doubt, and the answer names them', async () => {
    const quizId = await room.draft(admin, { questions: faulty });
    expect(await publish(quizId)).toMatchObject({
      status: 409,
      body: {
        code: 'QUIZ_HAS_ERRORS',
        questions: [
          { position: 0, codes: ['KEY_MISSING'] },
          { position: 2, codes: ['KEY_CONFLICT'] },
          { position: 3, codes: ['STEM_MISSING'] },
        ],
      },
    });
    expect((await read(quizId)).status).toBe('DRAFT');
    expect((await room.anybody().get(`/api/quizzes/${quizId}`)).status).toBe(404);
  });

  it('is published with warnings, which hold nothing back', async () => {
    const questions = [{ ...choiceQuestion(), diagnostics: [doubt('LABEL_GAP', 'warning')] }];
    expect((await publish(await room.draft(admin, { questions }))).status).toBe(200);
  });

  it('without a question is not published', async () => {
    const quizId = await room.draft(admin, { questions: [] });
    expect(await publish(quizId)).toMatchObject({ status: 409, body: { code: 'QUIZ_EMPTY' } });
  });

  it('is settled by hand: a key for one question, the removal of another, and it is published', async () => {
    const quizId = await room.draft(admin, { questions: faulty });
    const [first, , third, odd] = (await read(quizId)).questions;
    if (!first || !third || !odd) throw new Error('a question is missing');
    const [one, two] = third.options.map(({ id }) => id);
    if (!one || !two) throw new Error('an option is missing');

    const settled = await setKey(quizId, third.id, [one, two]);
    expect(settled.body).toMatchObject({
      type: 'MULTIPLE_CHOICE',
      diagnostics: [],
      options: [{ correct: true }, { correct: true }, { correct: false }],
    });
    const again = await setKey(quizId, third.id, [two]);
    expect(again.body).toMatchObject({
      type: 'SINGLE_CHOICE',
      options: [{ correct: false }, { correct: true }, { correct: false }],
    });
    for (const { id } of [first, odd]) {
      const path = `/api/admin/quizzes/${quizId}/questions/${id}`;
      expect((await admin.delete(path)).status).toBe(204);
      expect((await admin.delete(path)).status).toBe(404);
    }
    const { questions } = await read(quizId);
    expect(questions.map(({ position, stem }) => [position, plainText(stem)])).toEqual([
      [0, 'In order'],
      [1, 'Two keys'],
    ]);
    expect((await publish(quizId)).body).toMatchObject({ status: 'PUBLISHED', questionCount: 2 });
  });

  it('takes a key only of options of that question of that quiz', async () => {
    const [quizId, otherId] = [await room.draft(admin), await room.draft(admin)];
    const [question] = (await read(quizId)).questions;
    const [foreign] = (await read(otherId)).questions;
    const [foreignOption] = foreign?.options ?? [];
    if (!question || !foreign || !foreignOption) throw new Error('nothing to try with');
    const before = await read(quizId);
    expect(await setKey(quizId, question.id, [foreignOption.id])).toMatchObject({
      status: 422,
      body: { code: 'UNKNOWN_OPTION' },
    });
    expect((await setKey(quizId, foreign.id, [foreignOption.id])).status).toBe(404);
    expect((await setKey(quizId, question.id, [])).status).toBe(422);
    expect(await read(quizId)).toEqual(before);
  });
});

describe('the grace for answers chosen offline', () => {
  it('is ten minutes and counts in-time answers unless staff say otherwise before publishing', async () => {
    const quizId = await room.draft(admin);
    expect(await read(quizId)).toMatchObject({ offlineGraceSeconds: 600, lateAnswers: 'ACCEPT' });
    const rules = { offlineGraceSeconds: 90, lateAnswers: 'REVIEW' };
    const changed = await admin.patch(`/api/admin/quizzes/${quizId}`, rules);
    expect(changed).toMatchObject({ status: 200, body: rules });
    expect((await publish(quizId)).status).toBe(200);
    expect(await read(quizId)).toMatchObject(rules);
  });

  it.each([0, 86_400])('may be none at all and a day at most: %d seconds', async (seconds) => {
    const quizId = await room.draft(admin);
    const rules = { offlineGraceSeconds: seconds };
    const changed = await admin.patch(`/api/admin/quizzes/${quizId}`, rules);
    expect(changed).toMatchObject({ status: 200, body: rules });
  });

  it.each([-1, 86_401, 1.5, '600', null])('is refused as %j', async (seconds) => {
    const quizId = await room.draft(admin);
    const rules = { offlineGraceSeconds: seconds };
    const refused = await admin.patch(`/api/admin/quizzes/${quizId}`, rules);
    expect(refused).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED' } });
    expect((await read(quizId)).offlineGraceSeconds).toBe(600);
  });
});

describe('a published quiz', () => {
  it('keeps its rules, questions and keys, though its title may change', async () => {
    const quizId = await room.published(admin, { questions: [choiceQuestion(), choiceQuestion()] });
    const before = await read(quizId);
    const [question] = before.questions;
    if (!question) throw new Error('no question');
    const rules = [
      { timeLimitSeconds: 60 },
      { attemptsAllowed: 1 },
      { passPercent: 80 },
      { reviewPolicy: 'NEVER' },
      { offlineGraceSeconds: 0 },
      { lateAnswers: 'REVIEW' },
      { title: 'New', passPercent: 80 },
    ];
    const refusals = await Promise.all([
      ...rules.map((rule) => admin.patch(`/api/admin/quizzes/${quizId}`, rule)),
      setKey(quizId, question.id, [question.options[1]?.id ?? '']),
      admin.delete(`/api/admin/quizzes/${quizId}/questions/${question.id}`),
    ]);
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ status: 409, body: { code: 'QUIZ_NOT_DRAFT' } });
    }
    expect(await read(quizId)).toEqual(before);
    const renamed = await admin.patch(`/api/admin/quizzes/${quizId}`, { title: 'Another title' });
    expect(renamed).toMatchObject({ status: 200, body: { title: 'Another title' } });
  });

  it('that is archived is gone for students and comes back when published again', async () => {
    const quizId = await room.published(admin);
    const archived = await admin.post(`/api/admin/quizzes/${quizId}/archive`);
    expect(archived.body).toMatchObject({ status: 'ARCHIVED' });
    expect((await room.anybody().get(`/api/quizzes/${quizId}`)).status).toBe(404);
    expect(await listed(room.anybody())).not.toContain(quizId);
    expect((await publish(quizId)).status).toBe(200);
    expect((await room.anybody().get(`/api/quizzes/${quizId}`)).status).toBe(200);
  });

  it('is published once, however often and at once it is asked for', async () => {
    const quizId = await room.draft(admin);
    const replies = await Promise.all(Array.from({ length: 8 }, () => publish(quizId)));
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    const [count] = await room.rows<{ versions: number }>(
      'SELECT count(*)::int AS versions FROM quiz_versions WHERE quiz_id = $1',
      [quizId],
    );
    expect(count?.versions).toBe(1);
  });
});

describe('the list of staff', () => {
  it('shows every quiz once over its pages, counts the questions in doubt and filters by state', async () => {
    const own = [await room.draft(admin, { questions: faulty }), await room.published(admin)];
    const seen: AdminQuizCardDto[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await admin.get<Page<AdminQuizCardDto>>(`/api/admin/quizzes?limit=3${query}`);
      seen.push(...page.body.items);
      cursor = page.body.nextCursor;
    }
    const ids = seen.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const [all] = await room.rows<{ count: number }>('SELECT count(*)::int AS count FROM quizzes');
    expect(ids).toHaveLength(all?.count ?? -1);
    expect(ids).toEqual(expect.arrayContaining(own));
    expect(seen.find(({ id }) => id === own[0])).toMatchObject({ questionCount: 4, errorCount: 3 });
    const drafts = await admin.get<Page<AdminQuizCardDto>>(
      '/api/admin/quizzes?limit=100&status=DRAFT',
    );
    expect(new Set(drafts.body.items.map(({ status }) => status))).toEqual(new Set(['DRAFT']));
  });

  it('answers 404 to a quiz that there is not', async () => {
    const id = randomUUID();
    for (const reply of [
      await admin.get(`/api/admin/quizzes/${id}`),
      await admin.patch(`/api/admin/quizzes/${id}`, { title: 'x' }),
      await publish(id),
      await admin.post(`/api/admin/quizzes/${id}/archive`),
    ]) {
      expect(reply).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }
  });
});
