import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptPage } from '../../src/modules/attempts/attempts.dto.js';
import { encodeCursor } from '../../src/shared/pagination.js';
import { Classroom } from '../support/classroom.js';
import { answer, mutation, type Problem } from '../support/student.js';

let room: Classroom;
beforeAll(async () => {
  room = await Classroom.open();
});
afterAll(() => room.close());

describe('starting an attempt', () => {
  it('gives a new attempt with every question and nothing answered', async () => {
    const [exam, student] = [await room.exam(), await room.student()];
    const { status, body } = await student.start(exam.quizId);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      quiz: { id: exam.quizId, title: exam.title },
      number: 1,
      status: 'OPEN',
      version: 0,
      answers: {},
      savedAt: null,
      deadlineAt: null,
      remainingSeconds: null,
    });
    expect(body.questions.map(({ id }) => id)).toEqual(exam.questions.map(({ id }) => id));
  });

  it('resumes the open attempt with all that was saved', async () => {
    const { exam, student, attempt } = await room.sitting();
    const answers = [answer(exam.single, exam.single.right)];
    await student.save(attempt.id, mutation({ answers, currentQuestionIndex: 3, timeSpent: 42 }));
    const { status, body } = await student.start(exam.quizId);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: attempt.id,
      version: 1,
      currentQuestionIndex: 3,
      timeSpent: 42,
      answers: { [exam.single.id]: { value: exam.single.right } },
    });
  });

  it('resumes also after the quiz was archived', async () => {
    const { exam, student, attempt } = await room.sitting();
    await room.rows(
      `UPDATE quizzes SET status = 'ARCHIVED', published_version_id = NULL WHERE id = $1`,
      [exam.quizId],
    );
    expect(await student.start(exam.quizId)).toMatchObject({
      status: 200,
      body: { id: attempt.id },
    });
  });

  it('asked for ten times at once is one attempt', async () => {
    const [exam, student] = [await room.exam(), await room.student()];
    const replies = await Promise.all(Array.from({ length: 10 }, () => student.start(exam.quizId)));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(replies.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(9).fill(200),
      201,
    ]);
  });

  it('counts a new attempt after the last one was submitted', async () => {
    const { exam, student, attempt } = await room.sitting();
    await student.submit(attempt.id);
    expect(await student.start(exam.quizId)).toMatchObject({ status: 201, body: { number: 2 } });
  });

  it('is refused once every allowed attempt is used', async () => {
    const { exam, student, attempt } = await room.sitting({ attemptsAllowed: 1 });
    await student.submit(attempt.id);
    const reply = await student.start(exam.quizId);
    expect(reply).toMatchObject({ status: 409, body: { code: 'ATTEMPTS_EXHAUSTED' } });
  });

  it.each([
    ['before it opens', { opensInSeconds: 60 }],
    ['after it closed', { closesInSeconds: -1 }],
  ])('is refused %s', async (_when, rules) => {
    const [exam, student] = [await room.exam(rules), await room.student()];
    const reply = await student.start(exam.quizId);
    expect(reply).toMatchObject({ status: 409, body: { code: 'QUIZ_NOT_OPEN' } });
  });

  it('of an unknown or unpublished quiz answers 404', async () => {
    const [exam, student] = [await room.exam(), await room.student()];
    await room.rows(
      `UPDATE quizzes SET status = 'DRAFT', published_version_id = NULL WHERE id = $1`,
      [exam.quizId],
    );
    expect((await student.start(exam.quizId)).status).toBe(404);
    expect((await student.start(randomUUID())).status).toBe(404);
    expect((await student.start('not-a-uuid')).status).toBe(422);
  });

  it('needs somebody signed in', async () => {
    const exam = await room.exam();
    const reply = await room.send('POST', `/api/quizzes/${exam.quizId}/attempts`, {});
    expect(reply.status).toBe(401);
  });
});

describe('the deadline set at the start', () => {
  it('is the time limit from now', async () => {
    const { attempt } = await room.sitting({ timeLimitSeconds: 600 });
    expect(attempt.remainingSeconds).toBeGreaterThanOrEqual(598);
    expect(attempt.remainingSeconds).toBeLessThanOrEqual(600);
  });

  it('is later by the extra time of the student, that of the quiz before the general one', async () => {
    const [exam, student] = [await room.exam({ timeLimitSeconds: 600 }), await room.student()];
    for (const [quizId, percent] of [
      [null, 100],
      [exam.quizId, 50],
    ]) {
      await room.rows(
        `INSERT INTO accommodations (id, user_id, quiz_id, extra_time_percent) VALUES ($1, $2, $3, $4)`,
        [randomUUID(), student.id, quizId, percent],
      );
    }
    const { body } = await student.start(exam.quizId);
    expect(body.remainingSeconds).toBeGreaterThanOrEqual(898);
    expect(body.remainingSeconds).toBeLessThanOrEqual(900);
  });

  it('is never after the closing time', async () => {
    const { attempt } = await room.sitting({ timeLimitSeconds: 600, closesInSeconds: 100 });
    expect(attempt.remainingSeconds).toBeLessThanOrEqual(100);
    expect(attempt.remainingSeconds).toBeGreaterThanOrEqual(95);
  });

  it('is the closing time where there is no limit', async () => {
    const { attempt } = await room.sitting({ closesInSeconds: 100 });
    expect(attempt.remainingSeconds).toBeLessThanOrEqual(100);
  });
});

describe('the list of attempts', () => {
  it('holds only one’s own, newest first, page by page', async () => {
    const [exam, other, student] = [await room.exam(), await room.exam(), await room.student()];
    await (await room.student()).start(exam.quizId);
    const ids: string[] = [];
    for (const quiz of [exam, other, exam]) {
      const { body } = await student.start(quiz.quizId);
      await student.submit(body.id);
      ids.unshift(body.id);
    }
    const first = await student.get<AttemptPage>('/api/attempts?limit=2');
    expect(first.body.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const cursor = encodeURIComponent(first.body.nextCursor ?? '');
    const second = await student.get<AttemptPage>(`/api/attempts?limit=2&cursor=${cursor}`);
    expect(second.body.items.map(({ id }) => id)).toEqual(ids.slice(2));
    expect(second.body.nextCursor).toBeNull();
    const ofOther = await student.get<AttemptPage>(`/api/attempts?quizId=${other.quizId}`);
    expect(ofOther.body.items).toMatchObject([{ id: ids[1], quiz: { title: other.title } }]);
  });

  const madeUp = (moment: string) =>
    `cursor=${encodeCursor([moment, '00000000-0000-4000-8000-000000000000'])}`;

  it.each([
    'cursor=nonsense',
    madeUp('0000-01-01T00:00:00Z'),
    madeUp(`2030-01-01T00:00:00.${'9'.repeat(200)}Z`),
    'limit=0',
    'limit=1000000000',
    'limit=ten',
    'quizId=1',
    'role=ADMIN',
  ])('refuses ?%s', async (query) => {
    const student = await room.student();
    const reply = await student.get<Problem>(`/api/attempts?${query}`);
    expect(reply).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED' } });
  });
});
