import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type {
  HistoryEntryDto,
  StaffAttemptDto,
} from '../../src/modules/attempts/staff/staff-attempts.dto.js';
import { Classroom } from '../support/classroom.js';
import { answer, mutation, type Student } from '../support/student.js';
import { startTestWorker } from '../support/worker.js';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

let room: Classroom;
let teacher: Student;
beforeAll(async () => {
  room = await Classroom.open();
  teacher = await room.teacher();
});
afterAll(() => room.close());

/** Every page of a list, asked for in small ones. */
async function readAll<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  let cursor = '';
  do {
    const { status, body } = await teacher.get<Page<T>>(`${path}?limit=2${cursor}`);
    expect(status).toBe(200);
    items.push(...body.items);
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
  } while (cursor !== '');
  return items;
}

const historyOf = (attemptId: string) =>
  readAll<HistoryEntryDto>(`/api/admin/attempts/${attemptId}/history`);

describe('the attempts of a quiz, as staff see them', () => {
  it('are all there once, those begun last first, with what each has done', async () => {
    const exam = await room.exam({ timeLimitSeconds: 600 });
    const students = [];
    for (let count = 0; count < 5; count += 1) {
      const student = await room.student();
      students.push({ student, attempt: (await student.start(exam.quizId)).body });
    }
    const [first, second] = students;
    const answers = [
      answer(exam.single, exam.single.right),
      answer(exam.short, '  '),
      answer(exam.multiple, []),
    ];
    await first?.student.save(first.attempt.id, mutation({ answers }));
    await second?.student.submit(second.attempt.id);
    const path = `/api/admin/quizzes/${exam.quizId}/attempts`;
    const items = await readAll<StaffAttemptDto>(path);
    expect(items.map(({ id }) => id)).toEqual(
      students.map(({ attempt }) => attempt.id).toReversed(),
    );
    expect(items.at(-1)).toMatchObject({
      student: { id: first?.student.id, name: 'Student' },
      number: 1,
      status: 'OPEN',
      answeredCount: 1,
      questionCount: 5,
      flags: [],
      score: null,
    });
    expect(items.at(-1)?.remainingSeconds).toBeGreaterThan(590);
    expect(items.at(-2)).toMatchObject({ status: 'SUBMITTED', score: 0, maxScore: 10 });
    const states = async (state: string) =>
      (await teacher.get<Page<StaffAttemptDto>>(`${path}?state=${state}`)).body.items.length;
    expect([await states('OPEN'), await states('CLOSED'), await states('FLAGGED')]).toEqual([
      4, 1, 0,
    ]);
  });

  it('tell which of them somebody should look at', async () => {
    const { exam, student, attempt } = await room.sitting();
    await student.submit(attempt.id);
    const answers = [answer(exam.single, exam.single.right)];
    await student.submit(attempt.id, mutation({ answers }));
    const path = `/api/admin/quizzes/${exam.quizId}/attempts?state=FLAGGED`;
    const { body } = await teacher.get<Page<StaffAttemptDto>>(path);
    expect(body.items[0]?.flags).toMatchObject([{ code: 'ANSWERS_AFTER_SUBMIT', answers: 1 }]);
  });

  it('are found by quizzes that exist and cursors of theirs alone', async () => {
    const exam = await room.exam();
    const path = `/api/admin/quizzes/${exam.quizId}/attempts`;
    expect((await teacher.get(`${path}?cursor=nonsense`)).status).toBe(422);
    expect((await teacher.get(`${path}?state=LOST`)).status).toBe(422);
    expect((await teacher.get(`/api/admin/quizzes/${randomUUID()}/attempts`)).status).toBe(404);
    expect((await teacher.get(`/api/admin/attempts/${randomUUID()}/history`)).status).toBe(404);
    const { attempt } = await room.sitting();
    const history = `/api/admin/attempts/${attempt.id}/history`;
    expect((await teacher.get(`${history}?cursor=W10`)).status).toBe(422);
  });
});

describe('the history of an attempt', () => {
  it('tells from start to end what was saved from where and what was done to the time', async () => {
    const { exam, student, attempt } = await room.sitting({ timeLimitSeconds: 600 });
    const [laptop, phone] = [randomUUID(), randomUUID()];
    const { single, multiple, short } = exam;
    const save = (clientId: string, seq: number, baseVersion: number, answers: object[]) =>
      student.save(attempt.id, { ...mutation({ clientId, seq, baseVersion }), answers });
    await save(laptop, 1, 0, [answer(single, single.wrong), answer(short, 'one')]);
    await teacher.patch(`/api/admin/attempts/${attempt.id}/time`, {
      requestId: randomUUID(),
      extraSeconds: 300,
    });
    await save(phone, 1, 1, [answer(single, single.right), answer(short, 'one')]);
    await save(phone, 2, 2, [answer(short, null), answer(multiple, multiple.right)]);
    await teacher.post(`/api/admin/attempts/${attempt.id}/pause`);
    await teacher.post(`/api/admin/attempts/${attempt.id}/resume`);
    await student.submit(attempt.id, mutation({ clientId: phone, seq: 3, baseVersion: 3 }));

    const history = (await historyOf(attempt.id)).toReversed();
    expect(history.map(({ kind }) => kind)).toEqual([
      ...['STARTED', 'SAVED', 'EXTRA_TIME', 'SAVED', 'SAVED', 'PAUSE', 'RESUME', 'SUBMITTED'],
    ]);
    const [, first, extra, second, third, pause] = history;
    const chosen = (position: number) => ({ options: [position], text: null });
    const typed = (text: string) => ({ options: null, text });
    expect(first).toMatchObject({
      device: { id: laptop.slice(0, 8), number: 1 },
      changes: [
        { questionNumber: 1, from: null, to: chosen(0) },
        { questionNumber: 4, from: null, to: typed('one') },
      ],
    });
    expect(second?.device).toMatchObject({ number: 2, firstSeenAt: second?.at });
    expect(second?.changes).toEqual([{ questionNumber: 1, from: chosen(0), to: chosen(1) }]);
    expect(third?.changes).toEqual([
      { questionNumber: 2, from: null, to: { options: [0, 1], text: null } },
      { questionNumber: 4, from: typed('one'), to: null },
    ]);
    expect(extra?.by?.id).toBe(teacher.id);
    const moved = Date.parse(extra?.toDeadline ?? '') - Date.parse(extra?.fromDeadline ?? '');
    expect(moved).toBe(300_000);
    expect(pause?.remainingSeconds).toBeGreaterThan(890);
  });

  it('of an attempt closed long ago is deleted by the worker, its answers and result are not', async () => {
    const worker = { ATTEMPT_HISTORY_DAYS: '30', ATTEMPT_HISTORY_SWEEP_SECONDS: '1' };
    const sit = async () => {
      const { exam, student, attempt } = await room.sitting();
      const answers = [answer(exam.single, exam.single.right)];
      await student.save(attempt.id, mutation({ answers }));
      return { student, attempt };
    };
    const [old, recent, open] = [await sit(), await sit(), await sit()];
    for (const { student, attempt } of [old, recent]) await student.submit(attempt.id);
    const age = (attemptId: string, days: number) =>
      room.rows(
        `UPDATE attempts SET submitted_at = submitted_at - make_interval(days => $2) WHERE id = $1`,
        [attemptId, days],
      );
    await age(old.attempt.id, 31);
    await age(recent.attempt.id, 29);
    const pruner = await startTestWorker(room.database, worker);
    const savesOf = async ({ attempt }: typeof old) =>
      (await historyOf(attempt.id)).filter(({ kind }) => kind === 'SAVED').length;
    await vi.waitFor(async () => expect(await savesOf(old)).toBe(0), 10_000);
    await pruner.stop();
    expect([await savesOf(recent), await savesOf(open)]).toEqual([1, 1]);
    const { body } = await teacher.get<StaffAttemptDto>(`/api/admin/attempts/${old.attempt.id}`);
    expect(body).toMatchObject({ historyPruned: true, answeredCount: 1, score: 2 });
    expect((await old.student.result(old.attempt.id)).body).toMatchObject({ score: 2 });
  });
});
