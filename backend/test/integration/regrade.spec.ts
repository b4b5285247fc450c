import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRegrade } from '../../src/regrade.command.js';
import { Classroom } from '../support/classroom.js';
import type { Exam } from '../support/exam.js';
import { answer, mutation } from '../support/student.js';

let room: Classroom;
beforeAll(async () => {
  room = await Classroom.open();
});
afterAll(() => room.close());

const run = (...args: string[]) =>
  runRegrade(args, {
    NODE_ENV: 'test',
    DATABASE_URL: room.database.appUrl,
    REDIS_URL: room.redisUrl,
  });

/** Two students at one exam: one chose what the key says, the other what is right in truth. */
async function wronglyKeyedExam() {
  const exam = await room.exam({ timeLimitSeconds: 600 });
  const takers = await Promise.all(
    [exam.single.right, exam.single.wrong].map(async (value) => {
      const student = await room.student();
      const { body: attempt } = await student.start(exam.quizId);
      const answers = [answer(exam.single, value)];
      const { body } = await student.submit(attempt.id, mutation({ answers }));
      return { student, attempt, result: body };
    }),
  );
  const [keyed, truthful] = takers;
  if (!keyed || !truthful) throw new Error('there are two');
  return { exam, keyed, truthful };
}

// The exam's key is its second option; what those in the know chose is the first.
const correction = (exam: Exam) =>
  ['--quiz', exam.quizId, '--question', exam.single.id, '--correct', 'A'] as const;

describe('grading anew after a key was corrected', () => {
  it('shows in a dry run who would change from what to what, and writes nothing', async () => {
    const { exam, keyed, truthful } = await wronglyKeyedExam();
    const { succeeded, message } = await run(...correction(exam), '--dry-run');
    expect(succeeded).toBe(true);
    expect(message).toContain('attempt 1: 2 to 0 of 10 points, not passed');
    expect(message).toContain('attempt 1: 0 to 2 of 10 points, not passed');
    expect(message).toContain(`"${exam.title}": 2 of 2 results would change. Nothing was written.`);
    for (const { student, attempt, result } of [keyed, truthful]) {
      expect((await student.result(attempt.id)).body).toEqual(result);
    }
    expect(await room.rows('SELECT 1 FROM key_corrections')).toEqual([]);
  });

  it('changes results and tells the students, keeping answers, receipts and what was before', async () => {
    const { exam, keyed, truthful } = await wronglyKeyedExam();
    const { message } = await run(...correction(exam));
    expect(message).toContain(`"${exam.title}": 2 of 2 results changed.`);
    const { body } = await truthful.student.result(truthful.attempt.id);
    expect(body).toMatchObject({
      score: 2,
      receipt: truthful.result.receipt,
      receipts: truthful.result.receipts,
      regrades: [{ cause: 'KEY_CORRECTED', scoreBefore: 0, scoreAfter: 2 }],
    });
    expect((await keyed.student.result(keyed.attempt.id)).body.score).toBe(0);
    const [history] = await room.rows(
      'SELECT changes, passed_before, passed_after FROM attempt_regrades WHERE attempt_id = $1',
      [truthful.attempt.id],
    );
    const value = exam.single.wrong;
    expect(history).toEqual({
      changes: [
        {
          questionId: exam.single.id,
          before: { value, correct: false, earned: 0 },
          after: { value, correct: true, earned: 2 },
        },
      ],
      passed_before: false,
      passed_after: false,
    });
    const [corrected] = await room.rows(
      'SELECT before, after FROM key_corrections WHERE question_id = $1',
      [exam.single.id],
    );
    expect(corrected).toEqual({
      before: { correctOptionIds: [exam.single.right], answer: null },
      after: { correctOptionIds: [exam.single.wrong], answer: null },
    });
  });

  it('is seen at once by a student who has just looked at the old result', async () => {
    const { exam, truthful } = await wronglyKeyedExam();
    const seen = async () => (await truthful.student.result(truthful.attempt.id)).body.score;
    expect([await seen(), await seen()]).toEqual([0, 0]);
    await run(...correction(exam));
    expect(await seen()).toBe(2);
  });

  it('also shows and grades by the new key in processes that had read the old one', async () => {
    const { exam, truthful } = await wronglyKeyedExam();
    const late = await room.student();
    const { body: attempt } = await late.start(exam.quizId);
    await run(...correction(exam));
    const review = (await truthful.student.review(truthful.attempt.id)).body;
    const shown = review.questions.find(({ id }) => id === exam.single.id);
    expect(shown?.options.map(({ correct }) => correct)).toEqual([true, false, false, false]);
    expect(shown?.correct).toBe(true);
    const answers = [answer(exam.single, exam.single.wrong)];
    const { body } = await late.submit(attempt.id, mutation({ answers }));
    expect(body).toMatchObject({ score: 2, regrades: [] });
  });

  it('misses no attempt that is handed in meanwhile', async () => {
    const exam = await room.exam();
    const students = await Promise.all(Array.from({ length: 12 }, () => room.student()));
    const takers = await Promise.all(
      students.map(async (student) => ({
        student,
        id: (await student.start(exam.quizId)).body.id,
      })),
    );
    const answers = [answer(exam.single, exam.single.wrong)];
    await Promise.all([
      run(...correction(exam)),
      ...takers.map(({ student, id }) => student.submit(id, mutation({ answers }))),
    ]);
    for (const { student, id } of takers) {
      expect((await student.result(id)).body.score).toBe(2);
    }
  });

  it('changes nothing when it is run again, and finishes a run that was interrupted', async () => {
    const { exam, truthful } = await wronglyKeyedExam();
    await run(...correction(exam));
    expect((await run('--quiz', exam.quizId)).message).toContain('0 of 2 results changed');
    // As if the run had ended between the two attempts.
    await room.rows(
      `UPDATE attempt_answers SET correct = false, points = 0
       WHERE attempt_id = $1 AND question_id = $2`,
      [truthful.attempt.id, exam.single.id],
    );
    await room.rows('UPDATE attempts SET score = 0 WHERE id = $1', [truthful.attempt.id]);
    expect((await run('--quiz', exam.quizId)).message).toContain('1 of 2 results changed');
    expect((await truthful.student.result(truthful.attempt.id)).body.score).toBe(2);
  });

  it('leaves answers that are accepted later graded by the corrected key', async () => {
    const { exam, student, attempt } = await room.sitting({ timeLimitSeconds: 600 });
    await room.setDeadline(attempt.id, -60);
    expect((await student.result(attempt.id)).body.score).toBe(0);
    await run(...correction(exam));
    const late = {
      ...{ answers: [answer(exam.single, exam.single.wrong)], chosenBeforeDeadline: true },
      ...{ verified: true, lastChosenAt: new Date().toISOString() },
    };
    expect((await student.submit(attempt.id, { ...mutation(), late })).body.score).toBe(2);
  });

  it.each([
    ['a text', 'short', ['--accepted', 'something else'], 2],
    ['a number', 'numeric', ['--value', '-12,5', '--tolerance', '0.5'], 2],
    ['several options', 'multiple', ['--correct', 'c'], 3],
  ] as const)('works for a question answered by %s', async (_, name, key, points) => {
    const { exam, student, attempt } = await room.sitting();
    const question = exam[name];
    const given = name === 'numeric' ? '-12.4' : question.wrong;
    await student.submit(attempt.id, mutation({ answers: [answer(question, given)] }));
    const [option, text, ...more] = key;
    const args = option === '--value' ? [`--value=${text}`, ...more] : [...key];
    const { message } = await run('--quiz', exam.quizId, '--question', question.id, ...args);
    expect(message).toContain('1 of 1 results changed');
    expect((await student.result(attempt.id)).body.score).toBe(points);
  });

  it('says what is wrong with an order, and writes nothing', async () => {
    const { exam, truthful } = await wronglyKeyedExam();
    const other = await room.exam();
    const question = ['--quiz', exam.quizId, '--question', exam.single.id];
    const orders: [string[], RegExp][] = [
      [[], /--quiz/],
      [['--quiz', 'x'], /--quiz/],
      [['--quiz', exam.quizId, '--sideways'], /--sideways/],
      [['--quiz', randomUUID()], /There is no quiz/],
      [question, /given together/],
      [[...question, '--correct', 'Z'], /A to D/],
      [[...question, '--correct', 'A,B'], /one right option/],
      [['--quiz', other.quizId, ...question.slice(2), '--correct', 'A'], /no published question/],
    ];
    for (const [args, says] of orders) {
      const { succeeded, message } = await run(...args);
      expect([args, succeeded]).toEqual([args, false]);
      expect(message).toMatch(says);
    }
    const { body } = await truthful.student.result(truthful.attempt.id);
    expect(body.regrades).toEqual([]);
  });
});
