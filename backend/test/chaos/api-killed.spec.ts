import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInstance, type TestInstance } from '../../scripts/lib/test-instance.mjs';
import { publishExam, type Exam } from '../support/exam.js';
import { fetchSend } from '../support/fetch-send.js';
import { SavingStudent, untilAnswered } from '../support/ledger.js';
import { Student } from '../support/student.js';

const STUDENTS = 6;
const KILLS = 3;
const SAVES_BETWEEN_KILLS = 60;

let instance: TestInstance;
let owner: pg.Client;
let exam: Exam;

beforeAll(async () => {
  instance = await startInstance({ worker: false, env: { RATE_LIMIT_REGISTER: '1000' } });
  owner = new pg.Client({ connectionString: instance.ownerUrl });
  await owner.connect();
  exam = await publishExam(owner);
});

afterAll(async () => {
  await owner.end();
  await instance.stop();
});

async function sitDown(): Promise<SavingStudent> {
  const student = await Student.register(fetchSend(instance.baseUrl));
  const { body } = await student.start(exam.quizId);
  return new SavingStudent(student, body.id, exam);
}

async function killAndRestart(): Promise<void> {
  await instance.killApi();
  await instance.startApi();
}

describe('the API killed with -9', () => {
  it('between and amid saves loses nothing it acknowledged and invents nothing', async () => {
    const students = await Promise.all(Array.from({ length: STUDENTS }, sitDown));
    const acknowledged = () =>
      students.reduce((sum, student) => sum + student.acknowledged.length, 0);
    const goal = (KILLS + 1) * SAVES_BETWEEN_KILLS;
    let kills = 0;
    let restarting: Promise<void> = Promise.resolve();
    const saveOn = async (student: SavingStudent) => {
      while (acknowledged() < goal || kills < KILLS) {
        await student.saveOnce();
        if (kills < KILLS && acknowledged() >= (kills + 1) * SAVES_BETWEEN_KILLS) {
          kills += 1;
          // Not waited for: the others are in the midst of their saves.
          restarting = restarting.then(killAndRestart);
        }
      }
    };
    await Promise.all(students.map(saveOn));
    await restarting;
    for (const student of students) expect(await student.faults(owner)).toEqual([]);
  });

  it('would be caught losing a save: the ledger misses a row taken away behind its back', async () => {
    const one = await sitDown();
    for (let save = 0; save < 3; save += 1) await one.saveOnce();
    expect(await one.faults(owner)).toEqual([]);
    await owner.query('DELETE FROM attempt_saves WHERE attempt_id = $1 AND version = 2', [
      one.attemptId,
    ]);
    expect(await one.faults(owner)).toContain('acknowledged but lost: 2');
  });

  it('in the midst of a submit leaves one result, and the repeat gets it', async () => {
    const students = await Promise.all(Array.from({ length: STUDENTS }, sitDown));
    for (const student of students) await student.saveOnce();
    const submitting = students.map((one) => {
      const last = one.nextMutation();
      return untilAnswered(() => one.student.submit(one.attemptId, last));
    });
    await killAndRestart();
    const results = await Promise.all(submitting);
    for (const [i, { status, body }] of results.entries()) {
      const one = students[i];
      expect(status).toBe(200);
      expect(body.answeredCount).toBe(1);
      expect((await one?.student.submit(one.attemptId))?.body).toEqual(body);
      const { rows } = await owner.query(
        `SELECT a.answers -> $2 ->> 'value' AS value, count(g)::int AS graded
         FROM attempts a JOIN attempt_answers g ON g.attempt_id = a.id
         WHERE a.id = $1 GROUP BY a.id`,
        [one?.attemptId, exam.short.id],
      );
      expect(rows).toEqual([{ value: 'value 2', graded: exam.questions.length }]);
    }
  });

  it('trusts a database that keeps what it says it keeps', async () => {
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
      const { rows } = await owner.query<Record<string, string>>(`SHOW ${setting}`);
      expect(rows[0]?.[setting]).toBe('on');
    }
  });
});
