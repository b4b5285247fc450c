import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AdminReceiptCheckDto,
  ReceiptCheckDto,
} from '../../src/modules/attempts/receipts/receipts.dto.js';
import { Classroom } from '../support/classroom.js';
import { answer, mutation, type Problem, type Student } from '../support/student.js';

let room: Classroom;
let teacher: Student;
beforeAll(async () => {
  room = await Classroom.open();
  teacher = await room.teacher();
});
afterAll(() => room.close());

async function handedIn() {
  const sitting = await room.sitting();
  const { exam, student, attempt } = sitting;
  const [first = '', second = ''] = exam.multiple.optionIds;
  const answers = [
    answer(exam.multiple, [second, first]),
    answer(exam.short, 'naïve “text” 🙂'),
    answer(exam.truth, null),
  ];
  const { body } = await student.submit(attempt.id, mutation({ answers }));
  return { ...sitting, receipt: body.receipt };
}

const check = (student: Student, attemptId: string, receiptId: string) =>
  student.get<ReceiptCheckDto & Problem>(`/api/attempts/${attemptId}/receipts/${receiptId}`);
const checkForStaff = (receiptId: string) =>
  teacher.get<AdminReceiptCheckDto & Problem>(`/api/admin/receipts/${receiptId}`);

describe('a receipt', () => {
  it('is verified against the answers that were graded', async () => {
    const { student, attempt, receipt } = await handedIn();
    const { status, body } = await check(student, attempt.id, receipt.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ current: true, verified: true });
    expect(body.receipt).toMatchObject({ ...receipt, number: 1, cause: 'SUBMITTED' });
  });

  it('tells staff whose it is', async () => {
    const { exam, student, attempt, receipt } = await handedIn();
    expect((await checkForStaff(receipt.id)).body).toMatchObject({
      ...{ verified: true, current: true },
      attempt: { id: attempt.id, number: 1, status: 'SUBMITTED', quiz: { id: exam.quizId } },
      student: { id: student.id, name: 'Student' },
    });
  });

  it('is not verified when what was graded is not what was handed in', async () => {
    const { exam, student, attempt, receipt } = await handedIn();
    await room.rows(
      `UPDATE attempt_answers SET value = '"another text"' WHERE attempt_id = $1 AND question_id = $2`,
      [attempt.id, exam.short.id],
    );
    expect((await check(student, attempt.id, receipt.id)).body.verified).toBe(false);
    expect((await checkForStaff(receipt.id)).body.verified).toBe(false);
  });

  it('that was replaced stays verifiable, and says that it was', async () => {
    const { exam, student, attempt } = await room.sitting({ timeLimitSeconds: 600 });
    const page = randomUUID();
    const before = [answer(exam.short, 'before')];
    await student.save(attempt.id, mutation({ clientId: page, answers: before }));
    await room.setDeadline(attempt.id, -60);
    const late = {
      ...{ answers: [answer(exam.short, 'late')], chosenBeforeDeadline: true, verified: true },
      lastChosenAt: new Date().toISOString(),
    };
    const request = { ...mutation({ clientId: page, seq: 2, baseVersion: 1 }), late };
    const { body } = await student.submit(attempt.id, request);
    const checks = await Promise.all(body.receipts.map(({ id }) => check(student, attempt.id, id)));
    expect(checks.map((one) => [one.body.current, one.body.verified])).toEqual([
      [false, true],
      [true, true],
    ]);
  });

  it('is found whatever the letters of the ids', async () => {
    const { student, attempt, receipt } = await handedIn();
    const reply = await check(student, attempt.id.toUpperCase(), receipt.id.toUpperCase());
    expect(reply).toMatchObject({ status: 200, body: { verified: true } });
  });

  it('of somebody else, of another attempt, or of nobody is not found', async () => {
    const { student, attempt, receipt } = await handedIn();
    const other = await handedIn();
    for (const reply of [
      await check(other.student, attempt.id, receipt.id),
      await check(student, other.attempt.id, receipt.id),
      await check(student, attempt.id, randomUUID()),
      await checkForStaff(randomUUID()),
    ]) {
      expect(reply).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }
    expect((await student.get(`/api/admin/receipts/${receipt.id}`)).status).toBe(403);
  });
});
