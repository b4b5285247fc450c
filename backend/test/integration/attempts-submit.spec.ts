import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AttemptPage } from '../../src/modules/attempts/attempts.dto.js';
import type { SavedAnswers } from '../../src/modules/attempts/domain/answers.js';
import { answersHash } from '../../src/modules/attempts/domain/receipt.js';
import { Classroom } from '../support/classroom.js';
import type { Exam } from '../support/exam.js';
import { answer, mutation } from '../support/student.js';

let room: Classroom;
beforeAll(async () => {
  room = await Classroom.open();
});
afterAll(() => room.close());

const allRight = (exam: Exam) => exam.questions.map((question) => answer(question, question.right));

describe('submitting an attempt', () => {
  it('grades every type of question and gives a receipt', async () => {
    const { exam, student, attempt } = await room.sitting();
    const { status, body } = await student.submit(
      attempt.id,
      mutation({ answers: allRight(exam) }),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      attemptId: attempt.id,
      quiz: { id: exam.quizId, title: exam.title },
      status: 'SUBMITTED',
      score: 10,
      maxScore: 10,
      passed: true,
      questionCount: 5,
      answeredCount: 5,
      receipt: { attemptId: attempt.id, answered: 5, submittedAt: body.submittedAt },
      included: true,
    });
    expect(body.receipt.answersHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await student.result(attempt.id)).body).toEqual(body);
  });

  it('counts partial credit, wrong and missing answers as the quiz says', async () => {
    const { exam, student, attempt } = await room.sitting();
    const [one = ''] = exam.multiple.optionIds;
    const answers = [answer(exam.multiple, [one]), answer(exam.single, exam.single.wrong)];
    const { body } = await student.submit(attempt.id, mutation({ answers }));
    expect(body).toMatchObject({ score: 1.5, maxScore: 10, passed: false, answeredCount: 2 });
    const graded = await room.rows(
      `SELECT question_id AS id, correct, points::float8 AS points, value
       FROM attempt_answers WHERE attempt_id = $1`,
      [attempt.id],
    );
    expect(graded).toHaveLength(5);
    expect(graded).toContainEqual({
      id: exam.multiple.id,
      correct: false,
      points: 1.5,
      value: [one],
    });
    expect(graded).toContainEqual({ id: exam.truth.id, correct: false, points: 0, value: null });
  });

  it('adds the answers it carries to those saved before', async () => {
    const { exam, student, attempt } = await room.sitting();
    const page = { clientId: randomUUID() };
    const first = [answer(exam.single, exam.single.right)];
    const last = [answer(exam.truth, exam.truth.right)];
    await student.save(attempt.id, mutation({ ...page, answers: first }));
    const { body } = await student.submit(
      attempt.id,
      mutation({ ...page, seq: 2, baseVersion: 1, answers: last }),
    );
    expect(body).toMatchObject({ score: 3, answeredCount: 2 });
    expect(await room.column(attempt.id, 'flags')).toEqual([]);
  });

  it('has no result before', async () => {
    const { student, attempt } = await room.sitting();
    const reply = await student.result(attempt.id);
    expect(reply).toMatchObject({ status: 409, body: { code: 'ATTEMPT_OPEN' } });
  });

  it('again, with the same or any other answers, returns the same result and receipt', async () => {
    const { exam, student, attempt } = await room.sitting();
    const request = mutation({ answers: allRight(exam) });
    const first = await student.submit(attempt.id, request);
    const wrong = [answer(exam.single, exam.single.wrong)];
    const foreign = [answer({ id: randomUUID() }, 'x')];
    expect(await student.submit(attempt.id, request)).toEqual(first);
    for (const again of [mutation({ answers: wrong }), mutation({ answers: foreign })]) {
      const body = { ...first.body, included: false };
      expect(await student.submit(attempt.id, again)).toEqual({ status: 200, body });
    }
    expect(await student.result(attempt.id)).toEqual(first);
  });
});

describe('fifty submits racing saves', () => {
  it('give one result, fifty times, that holds every acknowledged save', async () => {
    const { exam, student, attempt } = await room.sitting({ extraQuestions: 20 });
    const page = { clientId: randomUUID() };
    const saving = exam.questions.slice(5).map((_, i) =>
      student.save(
        attempt.id,
        mutation({
          ...page,
          seq: i + 1,
          // Everything not acknowledged yet, as a page sends it.
          answers: exam.questions.slice(5, 6 + i).map((one) => answer(one, one.right)),
        }),
      ),
    );
    const submitting = Array.from({ length: 50 }, (_, i) =>
      student.submit(attempt.id, mutation({ answers: [answer(exam.short, `from submit ${i}`)] })),
    );
    const [saves, results] = await Promise.all([Promise.all(saving), Promise.all(submitting)]);
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set([200]));
    const told = results.map(({ body }) => JSON.stringify({ ...body, included: null }));
    expect(new Set(told).size).toBe(1);
    expect(results.filter(({ body }) => body.included)).toHaveLength(1);
    const receiptId = results[0]?.body.receipt.id ?? '';
    const check = await student.get(`/api/attempts/${attempt.id}/receipts/${receiptId}`);
    expect(check.body).toMatchObject({ current: true, verified: true });
    const final = await room.column<SavedAnswers>(attempt.id, 'answers');
    const acknowledged = saves.flatMap(({ status }, i) => (status === 200 ? [i] : []));
    for (const question of exam.questions.slice(5, 6 + Math.max(-1, ...acknowledged))) {
      expect(final[question.id]?.value).toBe(question.right);
    }
    for (const { status, body } of saves) {
      if (status !== 200) expect(body.code).toBe('ATTEMPT_CLOSED');
    }
    const [closed] = await room.rows<{ rows: number; receipt: unknown }>(
      `SELECT a.receipt, (SELECT count(*)::int FROM attempt_answers g WHERE g.attempt_id = a.id) AS rows
       FROM attempts a WHERE a.id = $1`,
      [attempt.id],
    );
    const receipt = results[0]?.body.receipt;
    expect(closed).toEqual({ rows: exam.questions.length, receipt });
    expect(receipt?.answersHash).toBe(answersHash(final));
  });
});

describe('a submit on a stale version', () => {
  it('never fails: it hands in what its page shows, and keeps and flags what it replaced', async () => {
    const { exam, student, attempt } = await room.sitting();
    const [laptop, phone] = [randomUUID(), randomUUID()];
    const base = [answer(exam.single, exam.single.wrong)];
    await student.save(attempt.id, mutation({ clientId: laptop, answers: base }));
    const onPhone = [answer(exam.short, 'from phone'), answer(exam.truth, exam.truth.right)];
    await student.save(attempt.id, mutation({ clientId: phone, baseVersion: 1, answers: onPhone }));
    const onLaptop = [answer(exam.short, 'from laptop'), answer(exam.single, exam.single.right)];
    const { status } = await student.submit(
      attempt.id,
      mutation({ clientId: laptop, seq: 2, baseVersion: 1, answers: onLaptop }),
    );
    expect(status).toBe(200);
    expect(await room.column(attempt.id, 'answers')).toMatchObject({
      [exam.short.id]: { value: 'from laptop', device: laptop },
      [exam.truth.id]: { value: exam.truth.right, device: phone },
      [exam.single.id]: { value: exam.single.right, device: laptop },
    });
    expect(await room.column(attempt.id, 'flags')).toMatchObject([
      {
        code: 'SUBMIT_MERGED_STALE',
        clientId: laptop,
        baseVersion: 1,
        losers: [{ questionId: exam.short.id, value: 'from phone', device: phone }],
      },
    ]);
    const history = await room.rows<{ client: string; delta: Record<string, { value: string }> }>(
      'SELECT client, delta FROM attempt_saves WHERE attempt_id = $1 ORDER BY version',
      [attempt.id],
    );
    expect(history.map(({ client }) => client)).toEqual([laptop, phone, laptop]);
    expect(history[1]?.delta[exam.short.id]?.value).toBe('from phone');
  });

  it('leaves no flag where nothing had to be replaced', async () => {
    const { exam, student, attempt } = await room.sitting();
    await student.save(attempt.id, mutation({ answers: [answer(exam.short, 'from phone')] }));
    await student.submit(attempt.id, mutation({ answers: [answer(exam.truth, exam.truth.right)] }));
    expect(await room.column(attempt.id, 'flags')).toEqual([]);
    expect(await room.column(attempt.id, 'answers')).toMatchObject({
      [exam.short.id]: { value: 'from phone' },
    });
  });

  it('does not undo a later mutation of the same page', async () => {
    const { exam, student, attempt } = await room.sitting();
    const page = { clientId: randomUUID() };
    const newer = mutation({ ...page, seq: 5, answers: [answer(exam.short, 'newer')] });
    await student.save(attempt.id, newer);
    const older = mutation({ ...page, seq: 4, answers: [answer(exam.short, 'older')] });
    await student.submit(attempt.id, older);
    expect(await room.column(attempt.id, 'answers')).toMatchObject({
      [exam.short.id]: { value: 'newer' },
    });
  });
});

describe('a submit that comes after another device has handed in', () => {
  const handedIn = async () => {
    const sitting = await room.sitting();
    const { exam, student, attempt } = sitting;
    const first = await student.submit(
      attempt.id,
      mutation({ answers: [answer(exam.single, exam.single.right)] }),
    );
    const closed = await room.column(attempt.id, 'answers');
    return { ...sitting, first, closed };
  };

  it('is told that its answers are not included; they are kept for staff and change nothing', async () => {
    const { exam, student, attempt, first, closed } = await handedIn();
    const phone = mutation({
      answers: [answer(exam.truth, exam.truth.right), answer(exam.single, exam.single.right)],
    });
    const { status, body } = await student.submit(attempt.id, phone);
    expect(status).toBe(200);
    expect(body).toEqual({ ...first.body, included: false });
    expect(await room.column(attempt.id, 'answers')).toEqual(closed);
    expect(await student.result(attempt.id)).toEqual(first);
    expect(await room.column(attempt.id, 'flags')).toMatchObject([
      {
        code: 'ANSWERS_AFTER_SUBMIT',
        clientId: phone.clientId,
        seq: 1,
        answers: [{ questionId: exam.truth.id, value: exam.truth.right }],
      },
    ]);
  });

  it('is kept once, however often it is sent, at once or under new numbers', async () => {
    const { exam, student, attempt } = await handedIn();
    const phone = mutation({ answers: [answer(exam.truth, exam.truth.right)] });
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        student.submit(attempt.id, { ...phone, seq: 1 + (i % 3) }),
      ),
    );
    expect(replies.map(({ body }) => body.included)).not.toContain(true);
    expect(await room.column(attempt.id, 'flags')).toHaveLength(1);
  });

  it('is included where it says what was graded, and leaves nothing for staff', async () => {
    const { exam, student, attempt, first } = await handedIn();
    const same = mutation({
      answers: [answer(exam.single, exam.single.right), answer(exam.truth, null)],
    });
    expect(await student.submit(attempt.id, same)).toEqual(first);
    expect(await student.submit(attempt.id)).toEqual(first);
    expect(await room.column(attempt.id, 'flags')).toEqual([]);
  });

  it('keeps ten such requests at most', async () => {
    const { exam, student, attempt } = await handedIn();
    for (let i = 0; i < 12; i += 1) {
      const late = mutation({ answers: [answer(exam.short, `late ${String(i)}`)] });
      expect((await student.submit(attempt.id, late)).body.included).toBe(false);
    }
    expect(await room.column(attempt.id, 'flags')).toHaveLength(10);
  });
});

describe('when time has run out', () => {
  const saveRight = async (seconds: number) => {
    const sitting = await room.sitting({ timeLimitSeconds: 600 });
    const { exam, student, attempt } = sitting;
    const answers = [answer(exam.single, exam.single.right)];
    await student.save(attempt.id, mutation({ answers }));
    await room.setDeadline(attempt.id, seconds);
    return sitting;
  };

  it('a submit within the grace counts with all it carries', async () => {
    const { exam, student, attempt } = await saveRight(-10);
    const late = mutation({ answers: [answer(exam.truth, exam.truth.right)] });
    const { body } = await student.submit(attempt.id, late);
    expect(body).toMatchObject({ status: 'SUBMITTED', score: 3, included: true });
  });

  it('a later submit returns the result of the last saved answers and keeps the rest for staff', async () => {
    const { exam, student, attempt } = await saveRight(-20);
    const late = mutation({ answers: [answer(exam.truth, exam.truth.right)] });
    const { status, body } = await student.submit(attempt.id, late);
    expect(status).toBe(200);
    const expired = { status: 'EXPIRED', score: 2, answeredCount: 1, included: false };
    expect(body).toMatchObject(expired);
    expect(await student.submit(attempt.id, late)).toMatchObject({ status: 200, body });
    expect(await room.column(attempt.id, 'flags')).toMatchObject([
      {
        code: 'ANSWERS_AFTER_DEADLINE',
        answers: [{ questionId: exam.truth.id, value: exam.truth.right }],
      },
    ]);
  });

  it('a submit that finds the attempt closed by the clock is kept for staff as well', async () => {
    const { exam, student, attempt } = await saveRight(-20);
    const first = await student.result(attempt.id);
    const sent = mutation({ answers: [answer(exam.truth, exam.truth.right)] });
    const { body } = await student.submit(attempt.id, sent);
    const late = { state: 'waiting', answers: 1 };
    expect(body).toEqual({ ...first.body, late, included: false });
    expect(await room.column(attempt.id, 'flags')).toMatchObject([
      { code: 'ANSWERS_AFTER_DEADLINE', clientId: sent.clientId, seq: 1 },
    ]);
  });

  it('whoever comes back finds the attempt closed and graded, dated at its deadline', async () => {
    for (const visit of ['attempt', 'result', 'review'] as const) {
      const { student, attempt } = await saveRight(-3600);
      await student[visit](attempt.id);
      const { body } = await student.result(attempt.id);
      expect(body).toMatchObject({ status: 'EXPIRED', score: 2 });
      const [row] = await room.rows<{ same: boolean }>(
        'SELECT submitted_at = deadline_at AS same FROM attempts WHERE id = $1',
        [attempt.id],
      );
      expect(row?.same).toBe(true);
    }
  });

  it('the list shows it closed', async () => {
    const { exam, student } = await saveRight(-60);
    const { body } = await student.get<AttemptPage>(`/api/attempts?quizId=${exam.quizId}`);
    expect(body.items).toMatchObject([{ status: 'EXPIRED', score: 2, remainingSeconds: 0 }]);
  });

  it('starting again makes a new attempt', async () => {
    const { exam, student, attempt } = await saveRight(-60);
    expect(await student.start(exam.quizId)).toMatchObject({ status: 201, body: { number: 2 } });
    expect((await student.attempt(attempt.id)).body.status).toBe('EXPIRED');
  });

  it('twenty visits at once close it once', async () => {
    const { student, attempt } = await saveRight(-60);
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        i % 2 === 0 ? student.submit(attempt.id) : student.result(attempt.id),
      ),
    );
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(replies[0]?.body.status).toBe('EXPIRED');
  });
});

describe('handing in one attempt many times at once', () => {
  it('leaves the database to all others, and gives one receipt', async () => {
    const { student, attempt } = await room.sitting();
    const other = await room.sitting();
    const lockWaits = async () => {
      const [row] = await room.rows<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return row?.count;
    };
    await room.rows('BEGIN');
    await room.rows('SELECT 1 FROM attempts WHERE id = $1 FOR UPDATE', [attempt.id]);
    const replies = Array.from({ length: 40 }, () => student.submit(attempt.id));
    await vi.waitFor(async () => expect(await lockWaits()).toBeGreaterThan(0), 10_000);
    for (let times = 0; times < 10; times += 1) {
      expect((await other.student.attempt(other.attempt.id)).status).toBe(200);
    }
    expect(await lockWaits()).toBe(1);
    await room.rows('COMMIT');
    const receipts = (await Promise.all(replies)).map(({ body }) => body.receipt.id);
    expect(new Set(receipts).size).toBe(1);
  });
});
