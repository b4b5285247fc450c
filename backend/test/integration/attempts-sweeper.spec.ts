import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answersHash } from '../../src/modules/attempts/domain/receipt.js';
import { Classroom } from '../support/classroom.js';
import type { Exam } from '../support/exam.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

/** Nothing listens there: the table alone must do. */
const NO_REDIS = 'redis://127.0.0.1:1';

let room: Classroom;
beforeAll(async () => {
  room = await Classroom.open();
});
afterAll(() => room.close());

const startWorker = () =>
  startTestWorker(room.database, { REDIS_URL: NO_REDIS, ATTEMPT_SWEEP_SECONDS: '1' });

/** So many students, each with an attempt that has one right answer and was due so many seconds ago. */
async function abandonedAttempts(exam: Exam, count: number, secondsAgo: number): Promise<void> {
  const answers = {
    [exam.single.id]: {
      value: exam.single.right,
      at: new Date().toISOString(),
      device: exam.quizId,
    },
  };
  await room.rows(
    `WITH students AS (
       INSERT INTO users (id, email, name, password_hash, updated_at)
       SELECT gen_random_uuid(), gen_random_uuid() || '@example.org', 'Student', 'none', now()
       FROM generate_series(1, $4) RETURNING id)
     INSERT INTO attempts (id, user_id, quiz_id, quiz_version_id, number, deadline_at, answers, version)
     SELECT gen_random_uuid(), id, $1, $2, 1, now() - make_interval(secs => $5), $3, 1 FROM students`,
    [exam.quizId, exam.versionId, JSON.stringify(answers), count, secondsAgo],
  );
}

const statesOf = (exam: Exam) =>
  room.rows<{ status: number; count: number }>(
    `SELECT status, count(*)::int AS count FROM attempts WHERE quiz_id = $1 GROUP BY status ORDER BY status`,
    [exam.quizId],
  );

const waitUntilClosed = (exam: Exam, count: number) =>
  vi.waitFor(async () => expect(await statesOf(exam)).toEqual([{ status: 2, count }]), {
    timeout: 30_000,
    interval: 50,
  });

const closings = (workers: TestWorker[]) =>
  workers.flatMap(({ lines }) =>
    lines.flatMap(({ message, context }) =>
      message === 'attempt expired' ? [context?.attemptId] : [],
    ),
  );

describe('attempts that were abandoned', () => {
  it('are closed once each by workers that sweep at the same time, without Redis', async () => {
    const exam = await room.exam({ timeLimitSeconds: 60 });
    await abandonedAttempts(exam, 500, 16);
    const workers = await Promise.all([startWorker(), startWorker()]);
    try {
      await waitUntilClosed(exam, 500);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
    }
    expect(closings(workers)).toHaveLength(500);
    expect(new Set(closings(workers)).size).toBe(500);
    const results = await room.rows<{ score: number; graded: number; right: boolean }>(
      `SELECT DISTINCT score::float8 AS score, receipt->>'answersHash' AS hash,
              submitted_at = deadline_at AS dated,
              (SELECT count(*)::int FROM attempt_answers WHERE attempt_id = a.id) AS graded
       FROM attempts a WHERE quiz_id = $1`,
      [exam.quizId],
    );
    const given = { value: exam.single.right, at: '', device: '' };
    expect(results).toEqual([
      { score: 2, hash: answersHash({ [exam.single.id]: given }), dated: true, graded: 5 },
    ]);
  });

  it('are left alone until their grace is over', async () => {
    const exam = await room.exam({ timeLimitSeconds: 60 });
    const due = await room.exam({ timeLimitSeconds: 60 });
    await abandonedAttempts(exam, 1, -30);
    await abandonedAttempts(due, 1, 16);
    const worker = await startWorker();
    try {
      await waitUntilClosed(due, 1);
    } finally {
      await worker.stop();
    }
    expect(await statesOf(exam)).toEqual([{ status: 0, count: 1 }]);
  });

  it('do not hold each other back when one of them cannot be closed', async () => {
    const exam = await room.exam({ timeLimitSeconds: 60 });
    await abandonedAttempts(exam, 5, 16);
    // Graded answers that should not be there: closing this one breaks a constraint.
    const [broken] = await room.rows<{ id: string }>(
      `INSERT INTO attempt_answers (attempt_id, question_id, correct, points)
       SELECT id, $2, false, 0 FROM attempts WHERE quiz_id = $1 LIMIT 1 RETURNING attempt_id AS id`,
      [exam.quizId, exam.single.id],
    );
    const worker = await startWorker();
    try {
      await vi.waitFor(
        async () =>
          expect(await statesOf(exam)).toEqual([
            { status: 0, count: 1 },
            { status: 2, count: 4 },
          ]),
        { timeout: 30_000, interval: 50 },
      );
      await room.rows('DELETE FROM attempt_answers WHERE attempt_id = $1', [broken?.id]);
      await waitUntilClosed(exam, 5);
    } finally {
      await worker.stop();
    }
  });
});
