import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptTimeDto } from '../../src/modules/attempts/time/attempt-time.dto.js';
import { Classroom } from '../support/classroom.js';
import { answer, mutation, type Problem, type Student } from '../support/student.js';

type TimeReply = AttemptTimeDto & Problem;

let room: Classroom;
let teacher: Student;
beforeAll(async () => {
  room = await Classroom.open();
  teacher = await room.teacher();
});
afterAll(() => room.close());

const more = (extraSeconds: number) => ({ requestId: randomUUID(), extraSeconds });
const adjust = (attemptId: string, body: unknown) =>
  teacher.patch<TimeReply>(`/api/admin/attempts/${attemptId}/time`, body);
const stop = (who: Student, attemptId: string) =>
  who.post<TimeReply>(
    who === teacher ? `/api/admin/attempts/${attemptId}/pause` : `/api/attempts/${attemptId}/pause`,
  );
const goOn = (who: Student, attemptId: string) =>
  who.post<TimeReply>(
    who === teacher
      ? `/api/admin/attempts/${attemptId}/resume`
      : `/api/attempts/${attemptId}/resume`,
  );

describe('the time of an attempt under way', () => {
  it('is longer by what a teacher adds, and the page saves on as if nothing had been', async () => {
    const { exam, student, attempt } = await room.sitting({ timeLimitSeconds: 600 });
    const clientId = randomUUID();
    await student.save(attempt.id, mutation({ clientId }));
    const { status, body } = await adjust(attempt.id, more(300));
    expect(status).toBe(200);
    expect(body.remainingSeconds).toBeGreaterThan(890);
    const answers = [answer(exam.single, exam.single.right)];
    const next = mutation({ clientId, seq: 2, baseVersion: 1, answers });
    const saved = await student.save(attempt.id, next);
    expect(saved).toMatchObject({ status: 200, body: { version: 2 } });
    expect(saved.body.remainingSeconds).toBeGreaterThan(890);
  });

  it('ends at the deadline that a teacher sets, which lies ahead', async () => {
    const { student, attempt } = await room.sitting();
    const deadlineAt = new Date(Date.now() + 120_000).toISOString();
    expect((await adjust(attempt.id, { deadlineAt })).status).toBe(200);
    expect((await student.attempt(attempt.id)).body.deadlineAt).toBe(deadlineAt);
    const past = await adjust(attempt.id, { deadlineAt: new Date(0).toISOString() });
    expect(past).toMatchObject({ status: 422, body: { code: 'DEADLINE_PAST' } });
  });

  it.each([
    {},
    { extraSeconds: 60 },
    { ...more(60), requestId: 'once' },
    more(0),
    more(-60),
    more(1.5),
    { ...more(60), extraSeconds: '60' },
    more(1e9),
    { ...more(60), deadlineAt: '2100-01-01T00:00:00Z' },
    { deadlineAt: 'soon' },
    { deadlineAt: '9999-12-31T23:59:59Z' },
    { deadlineAt: '9999-12-31T23:59:59-14:00' },
    { deadlineAt: null },
    null,
    [[]],
  ])('is not changed by what makes no sense: %j', async (body) => {
    const { attempt } = await room.sitting({ timeLimitSeconds: 600 });
    expect((await adjust(attempt.id, body)).status).toBe(422);
  });

  it('cannot be longer where there is no limit, or once it is over', async () => {
    const unlimited = await room.sitting();
    expect(await adjust(unlimited.attempt.id, more(60))).toMatchObject({
      status: 409,
      body: { code: 'NO_TIME_LIMIT' },
    });
    const handedIn = await room.sitting({ timeLimitSeconds: 600 });
    await handedIn.student.submit(handedIn.attempt.id);
    const late = await room.sitting({ timeLimitSeconds: 600 });
    await room.setDeadline(late.attempt.id, -20);
    for (const { attempt } of [handedIn, late]) {
      const closed = { status: 409, body: { code: 'ATTEMPT_CLOSED' } };
      expect(await adjust(attempt.id, more(60))).toMatchObject(closed);
      expect(await stop(teacher, attempt.id)).toMatchObject(closed);
    }
    expect((await adjust(randomUUID(), more(60))).status).toBe(404);
  });

  it('can be given to all who sit at a quiz: those with a limit, paused or not, and nobody else', async () => {
    const exam = await room.exam({ timeLimitSeconds: 600 });
    const sit = async () => {
      const student = await room.student();
      return { student, attempt: (await student.start(exam.quizId)).body };
    };
    const [writing, resting, done] = [await sit(), await sit(), await sit()];
    const elsewhere = await room.sitting({ timeLimitSeconds: 600 });
    await stop(teacher, resting.attempt.id);
    await done.student.submit(done.attempt.id);
    const path = `/api/admin/quizzes/${exam.quizId}/attempts/extra-time`;
    expect(await teacher.post(path, more(300))).toEqual({
      status: 200,
      body: { attempts: 2 },
    });
    const left = async ({ student, attempt }: typeof writing) => {
      const { body } = await student.attempt(attempt.id);
      return body.paused?.remainingSeconds ?? body.remainingSeconds;
    };
    expect(await left(writing)).toBeGreaterThan(890);
    expect(await left(resting)).toBeGreaterThan(890);
    expect(await left(elsewhere)).toBeLessThanOrEqual(600);
    const nowhere = `/api/admin/quizzes/${randomUUID()}/attempts/extra-time`;
    expect((await teacher.post(nowhere, more(300))).status).toBe(404);
  });
});

describe('a request for more time that is sent again', () => {
  const timesGiven = async (attemptId: string) =>
    room.rows("SELECT id FROM attempt_adjustments WHERE attempt_id = $1 AND kind = 'EXTRA_TIME'", [
      attemptId,
    ]);

  it('is answered alike and adds nothing, also when it comes many times at once', async () => {
    const { attempt } = await room.sitting({ timeLimitSeconds: 600 });
    const request = more(300);
    const replies = await Promise.all(Array.from({ length: 8 }, () => adjust(attempt.id, request)));
    for (const { status, body } of replies) {
      expect(status).toBe(200);
      expect(body.remainingSeconds).toBeGreaterThan(890);
      expect(body.remainingSeconds).toBeLessThanOrEqual(900);
    }
    expect(await timesGiven(attempt.id)).toHaveLength(1);
    expect((await adjust(attempt.id, more(300))).body.remainingSeconds).toBeGreaterThan(1190);
  });

  it('is answered after the attempt was closed too', async () => {
    const { student, attempt } = await room.sitting({ timeLimitSeconds: 600 });
    const request = more(300);
    await adjust(attempt.id, request);
    await student.submit(attempt.id);
    expect(await adjust(attempt.id, request)).toMatchObject({
      status: 200,
      body: { status: 'SUBMITTED', remainingSeconds: null },
    });
  });

  it('is refused where it says something else, or is about something else', async () => {
    const [one, other] = [
      await room.sitting({ timeLimitSeconds: 600 }),
      await room.sitting({ timeLimitSeconds: 600 }),
    ];
    const request = more(300);
    await adjust(one.attempt.id, request);
    const reused = { status: 422, body: { code: 'REQUEST_REUSED' } };
    const longer = { ...request, extraSeconds: 600 };
    expect(await adjust(one.attempt.id, longer)).toMatchObject(reused);
    expect(await adjust(other.attempt.id, request)).toMatchObject(reused);
    const path = `/api/admin/quizzes/${one.exam.quizId}/attempts/extra-time`;
    expect(await teacher.post(path, request)).toMatchObject(reused);
    expect(await timesGiven(other.attempt.id)).toHaveLength(0);
  });

  it('may succeed later where it was refused at first', async () => {
    const { attempt } = await room.sitting({ timeLimitSeconds: 600 });
    await room.setDeadline(attempt.id, -20);
    const request = more(300);
    expect((await adjust(attempt.id, request)).status).toBe(409);
    await room.setDeadline(attempt.id, 60);
    expect((await adjust(attempt.id, request)).body.remainingSeconds).toBeGreaterThan(350);
  });

  it('for a whole quiz gives it once to each, to those not reached before, and to none who began later', async () => {
    const exam = await room.exam({ timeLimitSeconds: 600 });
    const sit = async () => (await (await room.student()).start(exam.quizId)).body.id;
    const [first, missed] = [await sit(), await sit()];
    const path = `/api/admin/quizzes/${exam.quizId}/attempts/extra-time`;
    const request = more(300);
    const replies = await Promise.all([1, 2, 3].map(() => teacher.post(path, request)));
    const given = { status: 200, body: { attempts: 2 } };
    for (const reply of replies) expect(reply).toEqual(given);
    // As if the process had died in between.
    await room.rows('DELETE FROM attempt_adjustments WHERE attempt_id = $1', [missed]);
    const later = await sit();
    expect(await teacher.post(path, request)).toEqual(given);
    for (const [id, times] of [
      [first, 1],
      [missed, 1],
      [later, 0],
    ] as const) {
      expect(await timesGiven(id)).toHaveLength(times);
    }
  });
});

describe('a pause', () => {
  it('stops the clock: what is saved meanwhile counts, and it goes on with what was left', async () => {
    const { exam, student, attempt } = await room.sitting({ timeLimitSeconds: 600 });
    const { body: stopped } = await stop(teacher, attempt.id);
    expect(stopped).toMatchObject({ remainingSeconds: null, paused: { byStaff: true } });
    const left = stopped.paused?.remainingSeconds ?? 0;
    expect(left).toBeGreaterThan(590);
    // An hour passes.
    await room.rows(
      `UPDATE attempts SET paused_at = paused_at - interval '1 h',
         paused_deadline = paused_deadline - interval '1 h' WHERE id = $1`,
      [attempt.id],
    );
    const answers = [answer(exam.single, exam.single.right)];
    const saved = await student.save(attempt.id, mutation({ answers }));
    expect(saved).toMatchObject({ status: 200, body: { version: 1, remainingSeconds: null } });
    expect((await student.attempt(attempt.id)).body).toMatchObject({
      status: 'OPEN',
      remainingSeconds: null,
      deadlineAt: null,
      paused: { byStaff: true, remainingSeconds: left },
    });
    const { body: again } = await goOn(teacher, attempt.id);
    expect(again.paused).toBeNull();
    expect(Math.abs((again.remainingSeconds ?? 0) - left)).toBeLessThanOrEqual(1);
  });

  it('asked for again changes nothing, and neither does going on twice', async () => {
    const { attempt } = await room.sitting({ timeLimitSeconds: 600 });
    const first = await stop(teacher, attempt.id);
    expect(await stop(teacher, attempt.id)).toEqual(first);
    await goOn(teacher, attempt.id);
    expect((await goOn(teacher, attempt.id)).status).toBe(200);
    const kinds = await room.rows<{ kind: string }>(
      'SELECT kind FROM attempt_adjustments WHERE attempt_id = $1 ORDER BY at',
      [attempt.id],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['PAUSE', 'RESUME']);
  });

  it('is the student’s to make where the quiz allows it, and only there', async () => {
    const allowed = await room.sitting({ timeLimitSeconds: 600, pauseAllowed: true });
    expect(allowed.attempt.pauseAllowed).toBe(true);
    const { body } = await stop(allowed.student, allowed.attempt.id);
    expect(body.paused).toMatchObject({ byStaff: false });
    expect(await goOn(allowed.student, allowed.attempt.id)).toMatchObject({
      status: 200,
      body: { paused: null },
    });
    const strict = await room.sitting({ timeLimitSeconds: 600 });
    expect(await stop(strict.student, strict.attempt.id)).toMatchObject({
      status: 403,
      body: { code: 'PAUSE_NOT_ALLOWED' },
    });
    expect((await stop(strict.student, allowed.attempt.id)).status).toBe(404);
  });

  it('made by a teacher is ended by one', async () => {
    const rules = { timeLimitSeconds: 600, pauseAllowed: true };
    const { student, attempt } = await room.sitting(rules);
    await stop(student, attempt.id);
    await stop(teacher, attempt.id);
    expect(await goOn(student, attempt.id)).toMatchObject({
      status: 409,
      body: { code: 'PAUSED_BY_STAFF' },
    });
    expect((await goOn(teacher, attempt.id)).body.paused).toBeNull();
  });

  it('of the student’s own does not outlast the quiz', async () => {
    const rules = { timeLimitSeconds: 600, closesInSeconds: 900, pauseAllowed: true };
    const { student, attempt } = await room.sitting(rules);
    await stop(student, attempt.id);
    const [row] = await room.rows<{ left: number }>(
      'SELECT extract(epoch FROM deadline_at - now())::float8 AS left FROM attempts WHERE id = $1',
      [attempt.id],
    );
    expect(row?.left).toBeGreaterThan(800);
    expect(row?.left).toBeLessThanOrEqual(900);
  });

  it('does not keep a student from handing in', async () => {
    const { student, attempt } = await room.sitting({ timeLimitSeconds: 600 });
    await stop(teacher, attempt.id);
    expect((await student.submit(attempt.id)).body.status).toBe('SUBMITTED');
    expect((await student.get<TimeReply>(`/api/attempts/${attempt.id}/time`)).body).toMatchObject({
      status: 'SUBMITTED',
      paused: null,
      remainingSeconds: null,
    });
  });
});
