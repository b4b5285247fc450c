import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmitRequest } from '../../src/modules/attempts/attempts.dto.js';
import type {
  LateAnswersDto,
  LateDecisionRequest,
} from '../../src/modules/attempts/late-answers/late-answers.dto.js';
import { textContent } from '../../src/shared/content.js';
import { Classroom } from '../support/classroom.js';
import type { ExamRules } from '../support/exam.js';
import { answer, mutation, type Problem, type Student } from '../support/student.js';

type Changes = SubmitRequest['answers'];

let room: Classroom;
let teacher: Student;
beforeAll(async () => {
  room = await Classroom.open();
  teacher = await room.teacher();
});
afterAll(() => room.close());

/** An attempt that ended so many seconds ago with one question answered right (2 of 10 points), by `page`. */
async function endedAttempt(secondsAgo: number, rules: ExamRules = {}) {
  const sitting = await room.sitting({ timeLimitSeconds: 600, ...rules });
  const { exam, student, attempt } = sitting;
  const page = randomUUID();
  const answers = [answer(exam.single, exam.single.right)];
  await student.save(attempt.id, mutation({ clientId: page, answers }));
  await room.setDeadline(attempt.id, -secondsAgo);
  return { ...sitting, page, truth: [answer(exam.truth, exam.truth.right)] };
}

function claim(answers: Changes, verified = true): Pick<SubmitRequest, 'late'> {
  const lastChosenAt = '2030-01-01T10:00:00.000Z';
  return { late: { answers, chosenBeforeDeadline: true, verified, lastChosenAt } };
}

const lateSubmit = (clientId: string, seq: number, answers: Changes, verified?: boolean) => ({
  ...mutation({ clientId, seq, baseVersion: 1 }),
  ...claim(answers, verified),
});

const listLate = async (attemptId: string) =>
  (await teacher.get<LateAnswersDto>(`/api/admin/attempts/${attemptId}/late-answers`)).body;

const chosenOf = (sets: LateAnswersDto['items'], only?: string) =>
  sets.map(({ id: lateId, answers }) => ({
    lateId,
    questionIds: answers.map(({ questionId }) => questionId).filter((id) => id === (only ?? id)),
  }));

const decide = (attemptId: string, accept: boolean, answers: LateDecisionRequest['answers']) =>
  teacher.post<LateAnswersDto & Problem>(`/api/admin/attempts/${attemptId}/late-answers/decision`, {
    accept,
    answers,
  });

const historyOf = (attemptId: string) =>
  room.rows<{ version: number; client: string; delta: Record<string, { value: unknown }> }>(
    'SELECT version, client, delta FROM attempt_saves WHERE attempt_id = $1 ORDER BY version',
    [attemptId],
  );

describe('the result of an attempt that the clock has closed', () => {
  it('is provisional until the offline grace of the quiz is over, and shows no key before', async () => {
    const { student, attempt } = await endedAttempt(60);
    const { body } = await student.result(attempt.id);
    const deadline = new Date(body.submittedAt).getTime();
    expect(body.provisionalUntil).toBe(new Date(deadline + 600_000).toISOString());
    expect(body).toMatchObject({ status: 'EXPIRED', reviewAvailable: false, late: null });
    expect((await student.review(attempt.id)).body.code).toBe('REVIEW_NOT_ALLOWED');
    await room.setDeadline(attempt.id, -601);
    const later = (await student.result(attempt.id)).body;
    expect(later).toMatchObject({ provisionalUntil: null, reviewAvailable: true });
  });

  it('shows answers that came later still, and what was decided on them, however often it was read', async () => {
    const { student, attempt, page, truth } = await endedAttempt(700);
    const seen = async () => {
      const { score, late } = (await student.result(attempt.id)).body;
      return [score, late?.state];
    };
    for (let round = 0; round < 2; round += 1) expect(await seen()).toEqual([2, undefined]);
    await student.submit(attempt.id, lateSubmit(page, 2, truth));
    for (let round = 0; round < 2; round += 1) expect(await seen()).toEqual([2, 'waiting']);
    await decide(attempt.id, true, chosenOf((await listLate(attempt.id)).items));
    expect(await seen()).toEqual([3, 'accepted']);
  });

  it('is final at once when the student handed in', async () => {
    const { student, attempt } = await room.sitting({ timeLimitSeconds: 600 });
    const { body } = await student.submit(attempt.id);
    expect(body).toMatchObject({ provisionalUntil: null, late: null, regrades: [] });
    expect(body.receipts).toMatchObject([{ ...body.receipt, number: 1, cause: 'SUBMITTED' }]);
  });
});

describe('answers chosen offline in time that arrive within the grace', () => {
  it('are graded, with a second receipt beside the first, and flagged for staff', async () => {
    const { exam, student, attempt, page, truth } = await endedAttempt(60);
    const first = (await student.result(attempt.id)).body;
    const { status, body } = await student.submit(attempt.id, lateSubmit(page, 2, truth));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ status: 'EXPIRED', score: 3, answeredCount: 2, included: true },
      late: { state: 'accepted', answers: 1 },
      regrades: [{ cause: 'LATE_ANSWERS', scoreBefore: 2, scoreAfter: 3 }],
      receipts: [
        { id: first.receipt.id, number: 1, cause: 'EXPIRED', score: 2 },
        { id: body.receipt.id, number: 2, cause: 'LATE_ANSWERS', score: 3 },
      ],
    });
    expect(body.receipt.answersHash).not.toBe(first.receipt.answersHash);
    expect(body.submittedAt).toBe(first.submittedAt);
    expect(await historyOf(attempt.id)).toMatchObject([
      { version: 1 },
      { version: 2, client: page, delta: { [exam.truth.id]: { value: exam.truth.right } } },
    ]);
    expect(await room.column(attempt.id, 'flags')).toMatchObject([
      { code: 'ANSWERS_AFTER_DEADLINE', kind: 'IN_TIME', verified: true, seq: 2 },
    ]);
    expect((await listLate(attempt.id)).items).toMatchObject([
      { kind: 'IN_TIME', state: 'ACCEPTED', verified: true, inGrace: true, decidedBy: null },
    ]);
  });

  it('also where the attempt was still open when they came', async () => {
    const { student, attempt, page, truth } = await endedAttempt(60);
    const { body } = await student.submit(attempt.id, lateSubmit(page, 2, truth));
    expect(body).toMatchObject({ status: 'EXPIRED', score: 3, included: true });
    expect(body.receipts.map(({ cause }) => cause)).toEqual(['EXPIRED', 'LATE_ANSWERS']);
  });

  it('count once, however often and under whatever number they are sent, all at once', async () => {
    const { student, attempt, page, truth } = await endedAttempt(60);
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        student.submit(attempt.id, lateSubmit(page, 2 + (i % 3), truth)),
      ),
    );
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(replies[0]?.body).toMatchObject({ score: 3, included: true });
    expect(replies[0]?.body.receipts).toHaveLength(2);
    expect((await listLate(attempt.id)).items).toHaveLength(1);
  });

  it('are flagged as unverified where only the wall clock of the device says so', async () => {
    const { student, attempt, page, truth } = await endedAttempt(60);
    const { body } = await student.submit(attempt.id, lateSubmit(page, 2, truth, false));
    expect(body).toMatchObject({ score: 3, late: { state: 'accepted' } });
    expect((await listLate(attempt.id)).items).toMatchObject([
      { verified: false, lastChosenAt: '2030-01-01T10:00:00.000Z' },
    ]);
  });

  it('wait for staff where another device saved the same question meanwhile; the others count', async () => {
    const { exam, student, attempt, page, truth } = await endedAttempt(60);
    await room.setDeadline(attempt.id, 60);
    const phone = mutation({ baseVersion: 1, answers: [answer(exam.short, 'from the phone')] });
    await student.save(attempt.id, phone);
    await room.setDeadline(attempt.id, -60);
    const offline = [...truth, answer(exam.short, 'from the laptop')];
    const { body } = await student.submit(attempt.id, lateSubmit(page, 2, offline));
    expect(body).toMatchObject({ score: 3, included: false });
    expect(body.late).toEqual({ state: 'waiting', answers: 1 });
    const { items } = await listLate(attempt.id);
    expect(items.map(({ kind, state }) => [kind, state])).toEqual(
      expect.arrayContaining([
        ['IN_TIME', 'ACCEPTED'],
        ['CONTESTED', 'WAITING'],
      ]),
    );
    expect(items.flatMap(({ answers }) => answers)).toContainEqual({
      ...{ questionId: exam.short.id, position: 4, stem: textContent('Question 4'), options: [] },
      ...{ value: 'from the laptop', graded: 'from the phone', replaced: null },
    });
  });

  it('are accepted by themselves three times at most: each tells a new score', async () => {
    const { exam, student, attempt } = await endedAttempt(60);
    const guess = (text: string) => lateSubmit(randomUUID(), 1, [answer(exam.short, text)]);
    for (const text of ['one', 'two', 'three']) {
      // Another page would be contested: its base is the version it was given.
      const version = await room.column<number>(attempt.id, 'version');
      const request = { ...guess(text), baseVersion: version };
      expect((await student.submit(attempt.id, request)).body.included).toBe(true);
    }
    const version = await room.column<number>(attempt.id, 'version');
    const fourth = { ...guess('four'), baseVersion: version };
    expect((await student.submit(attempt.id, fourth)).body).toMatchObject({
      included: false,
      late: { state: 'waiting' },
    });
  });
});

describe('answers that are not accepted by themselves', () => {
  it.each([
    ['the grace of the quiz is over', 700, {}],
    ['the quiz leaves it to staff', 60, { lateAnswers: 'REVIEW' }],
    ['the quiz has no grace', 60, { offlineGraceSeconds: 0 }],
  ] as const)('are kept apart and wait: %s', async (_, secondsAgo, rules) => {
    const { student, attempt, page, truth } = await endedAttempt(secondsAgo, rules);
    const before = (await student.result(attempt.id)).body;
    const { body } = await student.submit(attempt.id, lateSubmit(page, 2, truth));
    const late = { state: 'waiting', answers: 1 };
    expect(body).toEqual({ ...before, late, included: false });
    expect((await listLate(attempt.id)).items).toMatchObject([{ state: 'WAITING' }]);
  });

  it('wait as well where nothing says when they were chosen', async () => {
    const { student, attempt, page, truth } = await endedAttempt(60);
    const request = mutation({ clientId: page, seq: 2, baseVersion: 1, answers: truth });
    expect((await student.submit(attempt.id, request)).body).toMatchObject({
      score: 2,
      included: false,
    });
    expect((await listLate(attempt.id)).items).toMatchObject([
      { kind: 'UNPROVEN', state: 'WAITING', verified: false, lastChosenAt: null },
    ]);
  });

  it('never count after the student has handed in, whatever is claimed', async () => {
    const { student, attempt, page, truth } = await endedAttempt(-60);
    const first = await student.submit(attempt.id, mutation({ clientId: page, seq: 2 }));
    await room.setDeadline(attempt.id, -60);
    const { body } = await student.submit(attempt.id, lateSubmit(page, 3, truth));
    expect(body).toEqual({ ...first.body, included: false });
    expect((await listLate(attempt.id)).items).toEqual([]);
    expect(await room.column(attempt.id, 'flags')).toMatchObject([
      { code: 'ANSWERS_AFTER_SUBMIT', seq: 3 },
    ]);
  });

  it('are not kept where they do not fit the quiz', async () => {
    const { student, attempt, page } = await endedAttempt(60);
    const foreign = [{ questionId: randomUUID(), value: 'x' }];
    const { body } = await student.submit(attempt.id, lateSubmit(page, 2, foreign));
    expect(body).toMatchObject({ score: 2, included: false, late: null });
  });

  it('count in an attempt that is still open, like all that a submit carries', async () => {
    const { student, attempt, page, truth } = await endedAttempt(-60);
    const { body } = await student.submit(attempt.id, lateSubmit(page, 2, truth));
    expect(body).toMatchObject({ status: 'SUBMITTED', score: 3, included: true, late: null });
  });

  it.each([
    ['no claim at all', { chosenBeforeDeadline: false }],
    ['no time', { lastChosenAt: 'yesterday' }],
    ['a time that the database does not know', { lastChosenAt: '0000-01-01T00:00:00Z' }],
    ['a time far ahead', { lastChosenAt: '9999-12-31T23:59:59-05:00' }],
    ['more than is known', { score: 10 }],
  ])('are refused with 422 when the request makes %s', async (_, wrong) => {
    const { student, attempt, page, truth } = await endedAttempt(60);
    const request = lateSubmit(page, 2, truth);
    const reply = await student.submit(attempt.id, {
      ...request,
      late: { ...request.late, ...wrong },
    });
    expect(reply).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED' } });
  });
});

describe('the decision of staff', () => {
  const waiting = async () => {
    const ended = await endedAttempt(700);
    const { exam, student, attempt, page, truth } = ended;
    await student.submit(attempt.id, lateSubmit(page, 2, truth));
    const chosen = chosenOf((await listLate(attempt.id)).items);
    return { ...ended, exam, chosen };
  };

  /** Both questions are waiting: one right (1 point), one that makes a right answer (2 points) wrong. */
  const twoWaiting = async () => {
    const ended = await endedAttempt(700);
    const { exam, student, attempt, page, truth } = ended;
    const offline = [...truth, answer(exam.single, exam.single.wrong)];
    await student.submit(attempt.id, lateSubmit(page, 2, offline));
    const { items } = await listLate(attempt.id);
    return { ...ended, items, all: chosenOf(items) };
  };

  const stateOf = ({ items }: LateAnswersDto, questionId: string) =>
    items
      .filter(({ answers }) => answers.some((one) => one.questionId === questionId))
      .map(({ state }) => state);

  it('accepts them: graded, with a further receipt, once', async () => {
    const { student, attempt, chosen } = await waiting();
    const first = await decide(attempt.id, true, chosen);
    expect(first).toMatchObject({
      status: 200,
      body: { score: 3, items: [{ state: 'ACCEPTED', decidedBy: { id: teacher.id } }] },
    });
    expect(await decide(attempt.id, true, chosen)).toEqual(first);
    const { body } = await student.result(attempt.id);
    expect(body).toMatchObject({ score: 3, late: { state: 'accepted', answers: 1 } });
    expect(body.receipts.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('refuses them: the result stays, and says so', async () => {
    const { student, attempt, chosen } = await waiting();
    const first = await decide(attempt.id, false, chosen);
    expect(first).toMatchObject({ status: 200, body: { score: 2, items: [{ state: 'REFUSED' }] } });
    expect(await decide(attempt.id, false, chosen)).toEqual(first);
    const { body } = await student.result(attempt.id);
    expect(body).toMatchObject({ score: 2, late: { state: 'refused', answers: 1 } });
    expect(body.receipts).toHaveLength(1);
  });

  it('is made on the question, the options, what counts and what was chosen, all of it shown', async () => {
    const { exam, items } = await twoWaiting();
    const [single, truth] = items.flatMap(({ answers }) => answers);
    expect(single).toEqual({
      ...{ questionId: exam.single.id, position: 1, stem: textContent('Question 1') },
      options: exam.single.optionIds.map((id, index) => ({
        ...{ id, content: textContent(`Option ${String(index)}`) },
      })),
      ...{ value: exam.single.wrong, graded: exam.single.right, replaced: null },
    });
    expect(truth).toMatchObject({ value: exam.truth.right, graded: null, replaced: null });
  });

  it('is one for each question: those that came together are parted, each as it was decided', async () => {
    const { exam, student, attempt, items, all } = await twoWaiting();
    const one = await decide(attempt.id, true, chosenOf(items, exam.truth.id));
    expect(one).toMatchObject({ status: 200, body: { score: 3 } });
    expect(stateOf(one.body, exam.truth.id)).toEqual(['ACCEPTED']);
    expect(stateOf(one.body, exam.single.id)).toEqual(['WAITING']);
    expect(await decide(attempt.id, true, chosenOf(items, exam.truth.id))).toEqual(one);
    // As a page asks that has not heard of the first decision.
    const other = await decide(attempt.id, false, chosenOf(items, exam.single.id));
    expect(other).toMatchObject({ status: 200, body: { score: 3 } });
    expect(stateOf(other.body, exam.truth.id)).toEqual(['ACCEPTED']);
    expect(stateOf(other.body, exam.single.id)).toEqual(['REFUSED']);
    const { body } = await student.result(attempt.id);
    expect(body).toMatchObject({ score: 3, answeredCount: 2 });
    expect(body.receipts).toHaveLength(2);
    const both = await decide(attempt.id, true, all);
    expect(both.body).toMatchObject({ score: 1 });
  });

  it('on all of them at once is one new grade with one receipt', async () => {
    const { exam, student, attempt, all } = await twoWaiting();
    const phone = lateSubmit(randomUUID(), 1, [answer(exam.short, 'from the phone')]);
    await student.submit(attempt.id, phone);
    const { items } = await listLate(attempt.id);
    expect(items).toHaveLength(all.length + 1);
    await decide(attempt.id, true, chosenOf(items));
    const { body } = await student.result(attempt.id);
    expect(body).toMatchObject({ score: 1, answeredCount: 3 });
    expect(body.receipts).toHaveLength(2);
    expect(body.regrades).toHaveLength(1);
    expect((await historyOf(attempt.id)).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('that parted them does not let the same request in once more', async () => {
    const { exam, student, attempt, page, truth, items } = await twoWaiting();
    await decide(attempt.id, false, chosenOf(items, exam.truth.id));
    const offline = [...truth, answer(exam.single, exam.single.wrong)];
    for (const seq of [2, 3]) await student.submit(attempt.id, lateSubmit(page, seq, offline));
    expect((await listLate(attempt.id)).items.map(({ state }) => state).sort()).toEqual([
      'REFUSED',
      'WAITING',
    ]);
  });

  it('can take back what was accepted, and all of it stays in the history', async () => {
    const { exam, student, attempt, page } = await endedAttempt(60);
    const offline = [answer(exam.truth, exam.truth.right), answer(exam.single, exam.single.wrong)];
    await student.submit(attempt.id, lateSubmit(page, 2, offline));
    const { items } = await listLate(attempt.id);
    expect((await student.result(attempt.id)).body.score).toBe(1);
    expect(items[0]?.answers[0]).toMatchObject({ replaced: exam.single.right });
    await decide(attempt.id, false, chosenOf(items));
    const { body } = await student.result(attempt.id);
    expect(body).toMatchObject({ score: 2, answeredCount: 1, late: { state: 'refused' } });
    expect(body.receipts[2]?.answersHash).toBe(body.receipts[0]?.answersHash);
    expect(body.regrades.map(({ scoreAfter }) => scoreAfter)).toEqual([1, 2]);
    expect(await historyOf(attempt.id)).toMatchObject([
      { delta: { [exam.single.id]: { value: exam.single.right } } },
      { delta: { [exam.single.id]: { value: exam.single.wrong } } },
      {
        delta: { [exam.single.id]: { value: exam.single.right }, [exam.truth.id]: { value: null } },
      },
    ]);
  });

  it('is for staff alone, about answers of that attempt', async () => {
    const { exam, student, attempt, chosen } = await waiting();
    const path = `/api/admin/attempts/${attempt.id}/late-answers`;
    expect((await student.get(path)).status).toBe(403);
    const post = await student.post(`${path}/decision`, { accept: true, answers: chosen });
    expect(post.status).toBe(403);
    const other = await waiting();
    const foreign = await decide(other.attempt.id, true, chosen);
    expect(foreign).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect((await decide(randomUUID(), true, chosen)).status).toBe(404);
    const elsewhere = chosen.map((one) => ({ ...one, questionIds: [exam.numeric.id] }));
    expect((await decide(attempt.id, true, elsewhere)).status).toBe(404);
    expect((await decide(attempt.id, true, [])).status).toBe(422);
  });
});
