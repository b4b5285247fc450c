import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Classroom } from '../support/classroom.js';
import { KEY_CANARY, NUMERIC_CANARY, type Exam } from '../support/exam.js';
import { answer, mutation } from '../support/student.js';

let room: Classroom;
beforeAll(async () => {
  room = await Classroom.open();
});
afterAll(() => room.close());

describe('the review of a submitted attempt', () => {
  it('shows beside each answer the key, the points, the explanation and what is told of each option', async () => {
    const { exam, student, attempt } = await room.sitting();
    const answers = [
      answer(exam.single, exam.single.wrong),
      answer(exam.multiple, exam.multiple.right),
      answer(exam.numeric, '31337,0'),
    ];
    const { body: result } = await student.submit(attempt.id, mutation({ answers }));
    expect(result.reviewAvailable).toBe(true);
    const { status, body } = await student.review(attempt.id);
    expect(status).toBe(200);
    const [single, multiple, truth, short, numeric] = body.questions;
    expect(single).toMatchObject({ value: exam.single.wrong, earned: 0, correct: false });
    expect(single?.options.filter((option) => option.correct).map(({ id }) => id)).toEqual([
      exam.single.right,
    ]);
    for (const [index, option] of (single?.options ?? []).entries()) {
      expect(JSON.stringify(option.feedback)).toContain(`about option ${index}`);
    }
    expect(multiple).toMatchObject({ value: exam.multiple.right, earned: 3, correct: true });
    expect(truth).toMatchObject({ value: null, earned: 0, points: 1 });
    expect(short?.acceptedAnswers).toEqual([KEY_CANARY]);
    expect(numeric).toMatchObject({
      value: '31337,0',
      earned: 2,
      acceptedAnswers: [`${NUMERIC_CANARY} ± 0.5`],
    });
    expect(JSON.stringify(numeric?.explanation)).toContain(KEY_CANARY);
  });

  it('is refused while the attempt is open', async () => {
    const { student, attempt } = await room.sitting();
    const reply = await student.review(attempt.id);
    expect(reply).toMatchObject({ status: 403, body: { code: 'REVIEW_NOT_ALLOWED' } });
  });

  it('is never given where the quiz says never', async () => {
    const { student, attempt } = await room.sitting({ reviewPolicy: 'NEVER' });
    expect((await student.submit(attempt.id)).body.reviewAvailable).toBe(false);
    expect((await student.review(attempt.id)).status).toBe(403);
  });

  it('waits for the closing time where the quiz says so', async () => {
    const rules = { reviewPolicy: 'AFTER_CLOSE', closesInSeconds: 3600 } as const;
    const { student, attempt } = await room.sitting(rules);
    expect((await student.submit(attempt.id)).body.reviewAvailable).toBe(false);
    expect((await student.review(attempt.id)).status).toBe(403);
  });

  it('is given after the closing time, also for an attempt that ran out', async () => {
    const closed = await room.exam({ reviewPolicy: 'AFTER_CLOSE', closesInSeconds: -660 });
    const student = await room.student();
    const attemptId = randomUUID();
    await room.rows(
      `INSERT INTO attempts (id, user_id, quiz_id, quiz_version_id, number, started_at, deadline_at)
       VALUES ($1, $2, $3, $4, 1, now() - interval '1 hour', now() - interval '660 s')`,
      [attemptId, student.id, closed.quizId, closed.versionId],
    );
    expect((await student.review(attemptId)).status).toBe(200);
    expect((await student.result(attemptId)).body).toMatchObject({
      status: 'EXPIRED',
      reviewAvailable: true,
    });
  });
});

describe('the review after the closing time', () => {
  const rules = { reviewPolicy: 'AFTER_CLOSE', closesInSeconds: -3600 } as const;

  /** An attempt of an exam that closed an hour ago, ending so many seconds from now. */
  const sitting = async (exam: Exam, endsInSeconds: number) => {
    const student = await room.student();
    const attemptId = randomUUID();
    await room.rows(
      `INSERT INTO attempts (id, user_id, quiz_id, quiz_version_id, number, started_at, deadline_at)
       VALUES ($1, $2, $3, $4, 1, now() - interval '2 h', now() + make_interval(secs => $5))`,
      [attemptId, student.id, exam.quizId, exam.versionId, endsInSeconds],
    );
    return { student, attemptId };
  };

  it('waits for somebody who was given time beyond it, and for what that one chose offline', async () => {
    const exam = await room.exam(rules);
    const done = await sitting(exam, -3600);
    expect((await done.student.review(done.attemptId)).status).toBe(200);
    const writing = await sitting(exam, 600);
    const refused = { status: 403, body: { code: 'REVIEW_NOT_ALLOWED' } };
    expect(await done.student.review(done.attemptId)).toMatchObject(refused);
    expect((await done.student.result(done.attemptId)).body.reviewAvailable).toBe(false);
    await room.setDeadline(writing.attemptId, -60);
    expect((await writing.student.result(writing.attemptId)).body.status).toBe('EXPIRED');
    expect(await done.student.review(done.attemptId)).toMatchObject(refused);
    await room.rows(
      `UPDATE attempts SET submitted_at = submitted_at - interval '10 min' WHERE id = $1`,
      [writing.attemptId],
    );
    expect((await done.student.review(done.attemptId)).status).toBe(200);
  });

  it('waits for nobody of another quiz', async () => {
    const done = await sitting(await room.exam(rules), -3600);
    await sitting(await room.exam(rules), 600);
    expect((await done.student.review(done.attemptId)).status).toBe(200);
  });
});

describe('the answer key', () => {
  it('reaches a student in no answer before the review is allowed', async () => {
    const { exam, student, attempt } = await room.sitting({ reviewPolicy: 'NEVER' });
    const wrong = exam.questions.map((question) => answer(question, question.wrong));
    const replies: unknown[] = [
      await student.start(exam.quizId),
      await student.attempt(attempt.id),
      await student.save(attempt.id, mutation({ answers: wrong })),
      await student.save(attempt.id, mutation({ answers: wrong })),
      await student.save(attempt.id, mutation({ answers: [answer(exam.single, 'nonsense')] })),
      await student.get('/api/attempts'),
      await student.get(`/api/quizzes/${exam.quizId}`),
      await student.get('/api/quizzes'),
      await student.result(attempt.id),
      await student.review(attempt.id),
      await student.submit(attempt.id),
      await student.result(attempt.id),
      await student.attempt(attempt.id),
      await student.review(attempt.id),
    ];
    for (const reply of replies) {
      const text = JSON.stringify(reply);
      expect(text).not.toContain(KEY_CANARY);
      expect(text).not.toContain(String(NUMERIC_CANARY));
      expect(text).not.toMatch(/"(correct|answer|accepted|acceptedAnswers|explanation)":/);
    }
  });
});

describe('an attempt of one student', () => {
  it('is kept by no cache, however its address is written', async () => {
    const { student, attempt } = await room.sitting();
    for (const path of ['/api/attempts', '/%61pi/attempts', '/api/%61ttempts', '/ap%69/attempts']) {
      const headers = { authorization: `Bearer ${student.token}` };
      const url = `${path}/${attempt.id}`;
      const response = await room.app.inject({ method: 'GET', url, headers });
      expect(response.statusCode).toBe(200);
      expect(response.headers['cache-control']).toBe('no-store');
    }
  });
});

describe('an attempt of somebody else', () => {
  it('is not found, whatever one asks of it, and stays as it is', async () => {
    const { exam, attempt } = await room.sitting();
    const stranger = await room.student();
    const request = mutation({ answers: [answer(exam.short, 'not mine')] });
    const replies = [
      await stranger.attempt(attempt.id),
      await stranger.save(attempt.id, request),
      await stranger.submit(attempt.id, request),
      await stranger.result(attempt.id),
      await stranger.review(attempt.id),
    ];
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(await room.column(attempt.id, 'status')).toBe(0);
    expect(await room.column(attempt.id, 'version')).toBe(0);
  });

  it('is not found either when it was saved to just before by its owner', async () => {
    const { student, attempt } = await room.sitting();
    const request = mutation();
    await student.save(attempt.id, request);
    const stranger = await room.student();
    expect((await stranger.save(attempt.id, request)).status).toBe(404);
  });

  it('answers as one that does not exist', async () => {
    const student = await room.student();
    const unknown = randomUUID();
    expect((await student.attempt(unknown)).status).toBe(404);
    expect((await student.save(unknown, mutation())).status).toBe(404);
    expect((await student.submit(unknown)).status).toBe(404);
    expect((await student.attempt('not-a-uuid')).status).toBe(422);
  });

  it.each(['GET', 'PATCH', 'POST'] as const)('needs a sign-in to %s', async (method) => {
    const { attempt } = await room.sitting();
    const path = { GET: '', PATCH: '/progress', POST: '/submit' }[method];
    const reply = await room.send(method, `/api/attempts/${attempt.id}${path}`, {
      ...(method === 'GET' ? {} : { body: mutation() }),
    });
    expect(reply.status).toBe(401);
  });
});
