import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Classroom } from '../support/classroom.js';
import { answer, mutation } from '../support/student.js';

let room: Classroom;
beforeAll(async () => {
  room = await Classroom.open();
});
afterAll(() => room.close());

describe('saving progress', () => {
  it('answers small, and the attempt holds the value, when and by which page', async () => {
    const { exam, student, attempt } = await room.sitting({ timeLimitSeconds: 600 });
    const answers = [
      answer(exam.single, exam.single.right),
      answer(exam.multiple, exam.multiple.right),
      answer(exam.short, 'typed \u{1f600}'),
    ];
    const request = mutation({ answers, currentQuestionIndex: 2, timeSpent: 30 });
    const { status, body } = await student.save(attempt.id, request);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      'remainingSeconds',
      'savedAt',
      'superseded',
      'version',
    ]);
    expect(body).toMatchObject({ version: 1, superseded: false });
    expect(body.remainingSeconds).toBeLessThanOrEqual(600);
    const read = await student.attempt(attempt.id);
    expect(read.body).toMatchObject({ version: 1, currentQuestionIndex: 2, timeSpent: 30 });
    expect(read.body.savedAt).toBe(body.savedAt);
    expect(Object.keys(read.body.answers)).toHaveLength(3);
    expect(read.body.answers[exam.short.id]).toMatchObject({
      value: 'typed \u{1f600}',
      device: request.clientId,
    });
  });

  it('changes only what it carries; null clears an answer', async () => {
    const { exam, student, attempt } = await room.sitting();
    const page = { clientId: randomUUID() };
    const both = [answer(exam.single, exam.single.right), answer(exam.short, 'kept')];
    await student.save(attempt.id, mutation({ ...page, answers: both }));
    const cleared = [answer(exam.single, null)];
    await student.save(
      attempt.id,
      mutation({ ...page, seq: 2, baseVersion: 1, answers: cleared, timeSpent: 9 }),
    );
    const { body } = await student.attempt(attempt.id);
    expect(body.answers[exam.single.id]?.value).toBeNull();
    expect(body.answers[exam.short.id]?.value).toBe('kept');
  });

  it('takes a position beyond the last question as the last one, saving and handing in', async () => {
    const { exam, student, attempt } = await room.sitting();
    const page = { clientId: randomUUID(), currentQuestionIndex: 2_147_483_647 };
    const { status } = await student.save(attempt.id, mutation(page));
    expect(status).toBe(200);
    const last = exam.questions.length - 1;
    expect((await student.attempt(attempt.id)).body.currentQuestionIndex).toBe(last);
    await student.submit(attempt.id, mutation({ ...page, seq: 2, baseVersion: 1 }));
    expect((await student.attempt(attempt.id)).body.currentQuestionIndex).toBe(last);
  });

  it('never lets the time spent run backwards', async () => {
    const { student, attempt } = await room.sitting();
    const page = { clientId: randomUUID() };
    await student.save(attempt.id, mutation({ ...page, timeSpent: 50 }));
    await student.save(attempt.id, mutation({ ...page, seq: 2, baseVersion: 1, timeSpent: 20 }));
    expect((await student.attempt(attempt.id)).body.timeSpent).toBe(50);
  });

  it('keeps a cut emoji as a replacement character instead of refusing the whole save', async () => {
    const { exam, student, attempt } = await room.sitting();
    const answers = [answer(exam.short, 'cut \ud83d')];
    expect((await student.save(attempt.id, mutation({ answers }))).status).toBe(200);
    const { body } = await student.attempt(attempt.id);
    expect(body.answers[exam.short.id]?.value).toBe('cut \ufffd');
  });

  it('goes from the history with its attempt, and leaves that of others', async () => {
    const [gone, kept] = [await room.sitting(), await room.sitting()];
    for (const { student, attempt } of [gone, kept]) await student.save(attempt.id, mutation());
    await room.rows('DELETE FROM attempts WHERE id = $1', [gone.attempt.id]);
    const left = await room.rows(
      'SELECT attempt_id AS id FROM attempt_saves WHERE attempt_id = ANY($1)',
      [[gone.attempt.id, kept.attempt.id]],
    );
    expect(left).toEqual([{ id: kept.attempt.id }]);
  });

  it('leaves a history of every save', async () => {
    const { exam, student, attempt } = await room.sitting();
    const request = mutation({ answers: [answer(exam.truth, exam.truth.right)] });
    await student.save(attempt.id, request);
    expect(
      await room.rows(
        'SELECT version, client, seq, delta FROM attempt_saves WHERE attempt_id = $1',
        [attempt.id],
      ),
    ).toMatchObject([
      {
        version: 1,
        client: request.clientId,
        seq: 1,
        delta: { [exam.truth.id]: { value: exam.truth.right } },
      },
    ]);
  });
});

describe('a mutation sent again', () => {
  it('is answered as the first time and applied once', async () => {
    const { exam, student, attempt } = await room.sitting();
    const request = mutation({ answers: [answer(exam.short, 'once')] });
    const first = await student.save(attempt.id, request);
    const again = await student.save(attempt.id, request);
    expect(again).toMatchObject({
      status: 200,
      body: { version: 1, savedAt: first.body.savedAt, superseded: false },
    });
    expect(await room.column(attempt.id, 'version')).toBe(1);
  });

  it('with another content under the same number is refused', async () => {
    const { exam, student, attempt } = await room.sitting();
    const request = mutation({ answers: [answer(exam.short, 'first')] });
    await student.save(attempt.id, request);
    const other = { ...request, answers: [answer(exam.short, 'second')] };
    const reply = await student.save(attempt.id, other);
    expect(reply).toMatchObject({ status: 422, body: { code: 'MUTATION_REUSED' } });
  });

  it('late, after a later one of the same page, is superseded and changes nothing', async () => {
    const { exam, student, attempt } = await room.sitting();
    const page = { clientId: randomUUID() };
    const late = mutation({ ...page, seq: 1, answers: [answer(exam.short, 'older')] });
    const newer = mutation({ ...page, seq: 2, answers: [answer(exam.short, 'newer')] });
    await student.save(attempt.id, newer);
    const reply = await student.save(attempt.id, late);
    expect(reply).toMatchObject({ status: 200, body: { version: 1, superseded: true } });
    expect((await student.attempt(attempt.id)).body.answers[exam.short.id]?.value).toBe('newer');
  });

  it('fifty times at once is applied once and acknowledged fifty times', async () => {
    const { exam, student, attempt } = await room.sitting();
    const request = mutation({ answers: [answer(exam.short, 'once')] });
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => student.save(attempt.id, request)),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await room.column(attempt.id, 'version')).toBe(1);
  });
});

describe('a page that goes on before its replies arrive', () => {
  it('is not in conflict with itself', async () => {
    const { exam, student, attempt } = await room.sitting();
    const page = { clientId: randomUUID() };
    await student.save(attempt.id, mutation({ ...page, answers: [answer(exam.short, 'a')] }));
    const reply = await student.save(
      attempt.id,
      mutation({ ...page, seq: 2, baseVersion: 0, answers: [answer(exam.short, 'ab')] }),
    );
    expect(reply).toMatchObject({ status: 200, body: { version: 2 } });
  });

  it('is in conflict when another device wrote in between, even if it writes again itself', async () => {
    const { exam, student, attempt } = await room.sitting();
    const page = { clientId: randomUUID() };
    await student.save(attempt.id, mutation({ ...page, answers: [answer(exam.short, 'mine')] }));
    await student.save(
      attempt.id,
      mutation({ baseVersion: 1, answers: [answer(exam.short, 'theirs')] }),
    );
    const unaware = mutation({ ...page, seq: 2, baseVersion: 1, answers: [] });
    expect((await student.save(attempt.id, unaware)).status).toBe(409);
    const aware = mutation({ ...page, seq: 3, baseVersion: 2, answers: [] });
    expect((await student.save(attempt.id, aware)).status).toBe(200);
    const old = mutation({ ...page, seq: 4, baseVersion: 1, answers: [] });
    expect((await student.save(attempt.id, old)).status).toBe(409);
  });
});

describe('two devices', () => {
  it('never overwrite each other unseen: the second is given the server’s copy', async () => {
    const { exam, student, attempt } = await room.sitting();
    const first = mutation({ answers: [answer(exam.short, 'first device')] });
    await student.save(attempt.id, first);
    const second = mutation({ answers: [answer(exam.short, 'second device')] });
    const { status, body } = await student.save(attempt.id, second);
    expect(status).toBe(409);
    expect(body.code).toBe('VERSION_CONFLICT');
    expect(body.server).toMatchObject({
      version: 1,
      answers: { [exam.short.id]: { value: 'first device', device: first.clientId } },
    });
    expect(body.server?.answers[exam.short.id]?.at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('of twenty saves at once on the same base exactly one is applied', async () => {
    const { exam, student, attempt } = await room.sitting();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        student.save(attempt.id, mutation({ answers: [answer(exam.short, `device ${i}`)] })),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  it('cannot save on a version that does not exist yet', async () => {
    const { student, attempt } = await room.sitting();
    const reply = await student.save(attempt.id, mutation({ baseVersion: 7 }));
    expect(reply).toMatchObject({ status: 409, body: { code: 'VERSION_CONFLICT' } });
  });
});

describe('the clock of the database', () => {
  it('takes a save within 15 s after the deadline and none later', async () => {
    const { student, attempt } = await room.sitting({ timeLimitSeconds: 600 });
    const page = { clientId: randomUUID() };
    await room.setDeadline(attempt.id, -10);
    const inGrace = await student.save(attempt.id, mutation(page));
    expect(inGrace).toMatchObject({ status: 200, body: { remainingSeconds: 0 } });
    await room.setDeadline(attempt.id, -15);
    const late = await student.save(attempt.id, mutation({ ...page, seq: 2, baseVersion: 1 }));
    expect(late).toMatchObject({ status: 409, body: { code: 'ATTEMPT_CLOSED' } });
  });

  it('lets a repeat of an acknowledged save be acknowledged again after the end', async () => {
    const { student, attempt } = await room.sitting();
    const request = mutation();
    await student.save(attempt.id, request);
    await room.setDeadline(attempt.id, -60);
    expect((await student.save(attempt.id, request)).status).toBe(200);
  });

  it('takes no save after submit', async () => {
    const { exam, student, attempt } = await room.sitting();
    await student.submit(attempt.id);
    const reply = await student.save(
      attempt.id,
      mutation({ answers: [answer(exam.short, 'too late')] }),
    );
    expect(reply).toMatchObject({ status: 409, body: { code: 'ATTEMPT_CLOSED' } });
  });
});
