import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startInstance, type TestInstance } from '../../scripts/lib/test-instance.mjs';
import { publishExam, type Exam } from '../support/exam.js';
import { fetchSend } from '../support/fetch-send.js';
import { untilHeard } from '../support/heard.js';
import { answer, mutation, Student } from '../support/student.js';

const TOLD_WITHIN_MS = 3_000;
const NORMAL_WITHIN_MS = 30_000;

let instance: TestInstance;
let exam: Exam;
let student: Student;
let attemptId: string;

beforeAll(async () => {
  instance = await startInstance({ worker: false });
  const owner = new pg.Client({ connectionString: instance.ownerUrl });
  await owner.connect();
  exam = await publishExam(owner);
  await owner.end();
  student = await Student.register(fetchSend(instance.baseUrl));
});
beforeEach(async () => {
  const { body } = await student.start(exam.quizId);
  attemptId = body.id;
});
afterAll(async () => {
  await instance.stop();
});

/** Asks as a page does, and fails unless the page is told in time that the database is away. */
async function expectToldSoon(method: string, path: string, body?: unknown): Promise<void> {
  const begin = performance.now();
  const response = await fetch(`${instance.baseUrl}/api/attempts/${attemptId}${path}`, {
    method,
    headers: { authorization: `Bearer ${student.token}`, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const told = (await response.json()) as object;
  expect(told, path).toMatchObject({ status: 503, code: 'DB_UNAVAILABLE' });
  expect(Number(response.headers.get('retry-after')), path).toBeGreaterThan(0);
  expect(performance.now() - begin, path).toBeLessThan(TOLD_WITHIN_MS);
}

const OUTAGES = [
  ['killed', () => instance.killPostgres(), () => instance.startPostgres()],
  ['frozen', () => instance.freezePostgres(), () => instance.thawPostgres()],
] as const;

describe.each(OUTAGES)('while Postgres is %s', (_how, strike, mend) => {
  it('every page is told so within 3 s; afterwards the same requests are served, nothing done twice', async () => {
    const save = mutation({ answers: [answer(exam.short, 'chosen in the outage')] });
    const first = { ...save, answers: [answer(exam.truth, exam.truth.right)] };
    const second = { ...save, seq: 2, baseVersion: 1 };
    expect((await student.save(attemptId, first)).status).toBe(200);
    await strike();
    try {
      const last = { ...second, seq: 3 };
      await Promise.all([
        expectToldSoon('PATCH', '/progress', second),
        expectToldSoon('GET', ''),
        expectToldSoon('POST', '/submit', last),
      ]);
      // Also those who come when it is known, and who were given no connection that had been used.
      await Promise.all(Array.from({ length: 5 }, () => expectToldSoon('GET', '')));
    } finally {
      await mend();
    }
    const begin = performance.now();
    const saved = await untilHeard(() => student.save(attemptId, second));
    expect(performance.now() - begin).toBeLessThan(NORMAL_WITHIN_MS);
    // What was told to be away may have been done none the less, when it came to itself: once.
    expect(saved).toMatchObject({ status: 200, body: { version: 2, superseded: false } });
    const { body } = await student.attempt(attemptId);
    expect(body).toMatchObject({ status: 'OPEN', version: 2 });
    expect(body.answers[exam.short.id]?.value).toBe('chosen in the outage');
    const done = await student.submit(attemptId, { ...second, seq: 3 });
    expect(done).toMatchObject({ status: 200, body: { answeredCount: 2, included: true } });
  });
});
