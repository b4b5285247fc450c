import { isDeepStrictEqual } from 'node:util';
import { answersHash, type Receipt } from '../../../src/modules/attempts/domain/receipt.js';
import type { SavedAnswers } from '../../../src/modules/attempts/domain/answers.js';
import type { Examination } from './examination.js';

interface ClosedAttempt {
  id: string;
  status: number;
  answers: SavedAnswers;
  receipt: Receipt | null;
  graded: number;
  asked: number;
}

const SUBMITTED = 1;

/**
 * Everybody hands in, each device several times at once, while the API is killed. What is wrong with the
 * results, a sentence each: one for an attempt, with one receipt that holds what the database has.
 */
export async function submitAll(examination: Examination): Promise<string[]> {
  const { students, instance } = examination;
  const submitting = Promise.all(students.map((student) => student.submitAll()));
  await instance.killApi();
  await instance.startApi();
  const replies = await submitting;
  const closed = await examination.asOwner(async (owner) => {
    const { rows } = await owner.query<ClosedAttempt>(
      `SELECT a.id, a.status, a.answers, a.receipt,
         (SELECT count(*)::int FROM attempt_answers g WHERE g.attempt_id = a.id) AS graded,
         (SELECT count(*)::int FROM questions q WHERE q.version_id = a.quiz_version_id) AS asked
       FROM attempts a`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  });
  return students.flatMap(({ attemptId }, index) =>
    faultsOf(closed.get(attemptId), replies[index] ?? []).map((fault) => `${attemptId}: ${fault}`),
  );
}

function faultsOf(
  attempt: ClosedAttempt | undefined,
  replies: readonly { receipt: unknown; included: boolean }[],
): string[] {
  if (attempt?.status !== SUBMITTED || !attempt.receipt) return ['is not handed in'];
  const { receipt, answers, graded, asked } = attempt;
  const results = replies.map((reply) => ({ ...reply, included: null }));
  return [
    ...(results.every((one) => isDeepStrictEqual(one, results[0])) ? [] : ['has several results']),
    ...(replies.every((reply) => isDeepStrictEqual(reply.receipt, receipt))
      ? []
      : ['was given another receipt than is kept']),
    ...(replies.some(({ included }) => included) ? [] : ['was handed in by nobody']),
    ...(receipt.answersHash === answersHash(answers) ? [] : ['has a receipt for other answers']),
    ...(graded === asked ? [] : [`has ${graded} graded answers of ${asked}`]),
  ];
}
