import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInstance, type TestInstance } from '../../scripts/lib/test-instance.mjs';
import { publishExam, type Exam } from '../support/exam.js';
import { fetchSend } from '../support/fetch-send.js';
import { answer, mutation, Student } from '../support/student.js';

const ROUNDS = 5;
const SLOWER_AT_MOST_MS = 250;

let instance: TestInstance;
let owner: pg.Client;
let exam: Exam;
let student: Student;
let usual: Timings;

interface Timings {
  start: number;
  save: number;
  submit: number;
}

beforeAll(async () => {
  instance = await startInstance({ worker: false });
  owner = new pg.Client({ connectionString: instance.ownerUrl });
  await owner.connect();
  exam = await publishExam(owner);
  student = await Student.register(fetchSend(instance.baseUrl));
  await takeRounds();
  usual = await takeRounds();
});

afterAll(async () => {
  instance.thawRedis();
  await owner.end();
  await instance.stop();
});

async function timed<T extends { status: number }>(
  expected: number,
  ask: () => Promise<T>,
): Promise<{ reply: T; ms: number }> {
  const begin = performance.now();
  const reply = await ask();
  expect(reply.status, JSON.stringify(reply)).toBe(expected);
  return { reply, ms: performance.now() - begin };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Starts, saves and submits attempts; the median milliseconds of each. */
async function takeRounds(): Promise<Timings> {
  const taken: Record<keyof Timings, number[]> = { start: [], save: [], submit: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = await timed(201, () => student.start(exam.quizId));
    const { id } = started.reply.body;
    const first = mutation({ answers: [answer(exam.single, exam.single.right)] });
    const saved = await timed(200, () => student.save(id, first));
    const last = [answer(exam.truth, exam.truth.right)];
    const submitted = await timed(200, () =>
      student.submit(id, { ...first, seq: 2, baseVersion: 1, answers: last }),
    );
    expect(submitted.reply.body).toMatchObject({ status: 'SUBMITTED', score: 3 });
    taken.start.push(started.ms);
    taken.save.push(saved.ms);
    taken.submit.push(submitted.ms);
  }
  return {
    start: median(taken.start),
    save: median(taken.save),
    submit: median(taken.submit),
  };
}

function expectNotMuchSlower(now: Timings): void {
  for (const step of ['start', 'save', 'submit'] as const) {
    expect(now[step] - usual[step], step).toBeLessThanOrEqual(SLOWER_AT_MOST_MS);
  }
}

describe('an attempt without Redis', () => {
  it('is started, saved and submitted while Redis is frozen, and again when it thaws', async () => {
    instance.freezeRedis();
    expectNotMuchSlower(await takeRounds());
    instance.thawRedis();
    expectNotMuchSlower(await takeRounds());
  });

  it('is started, saved and submitted while Redis is stopped, and again when it is back', async () => {
    await instance.killRedis();
    expectNotMuchSlower(await takeRounds());
    await instance.startRedis();
    expectNotMuchSlower(await takeRounds());
  });
});
